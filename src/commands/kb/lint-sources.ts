import path from "node:path";
import type { FaqEntry } from "../../kb/entry.js";
import { groupBy } from "../../kb/lint/base.js";
import { LintBase } from "../../kb/lint/base.js";
import { fixSource, type SourceFix } from "../../kb/lint/fix/fix-source.js";
import { replacementsOf } from "../../kb/lint/fix/replacements.js";
import { type LintOptions, runLint } from "../../kb/lint/run.js";
import type { LintSettings } from "../../kb/lint/settings.js";
import { commentWaivers, type InlineWaivers, tagWaivers } from "../../kb/lint/waivers.js";
import type { SarifReplacement } from "../../render/sarif.js";
import type { Context } from "../context.js";

const COMMENTED = /\.(?:md|markdown|html?|txt)$/i;

/** A source of the index that can be read here; `undefined` for one that is gone, fetched, or inside an archive. */
async function readSource(ctx: Context, file: string): Promise<Uint8Array | undefined> {
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(file) || file.includes("!/")) return undefined;
  const { layout } = await ctx.workspace();
  const full = path.resolve(layout.root, file);
  return (await ctx.files.stat(full))?.kind === "file" ? ctx.files.read(full) : undefined;
}

/** Waivers that stand in the sources: tags of entries, comments in Markdown and HTML. */
export async function inlineWaivers(ctx: Context, entries: readonly FaqEntry[]): Promise<InlineWaivers> {
  const { waivers, faults } = tagWaivers(entries);
  const found = [{ waivers, faults }];
  for (const [file, own] of groupBy(entries, ({ source }) => source.file)) {
    const bytes = COMMENTED.test(file) ? await readSource(ctx, file) : undefined;
    if (bytes === undefined) continue;
    const text = new TextDecoder().decode(bytes);
    if (text.includes("kefu-lint-disable")) found.push(commentWaivers(file, text, own));
  }
  return { waivers: found.flatMap((one) => one.waivers), faults: found.flatMap((one) => one.faults) };
}

async function parserOf(ctx: Context, file: string): Promise<(bytes: Uint8Array) => Promise<FaqEntry[]>> {
  const [{ parseSource }, { checkFields }, { config }] = await Promise.all([
    import("../../kb/formats/format.js"),
    import("../../kb/formats/map-option.js"),
    ctx.workspace(),
  ]);
  const { columns, id_field: defaultIdField } = config.kb;
  const options = {
    columns: checkFields(columns),
    ...(defaultIdField === undefined ? {} : { defaultIdField }),
    locale: config.locale,
  };
  return async (bytes) => (await parseSource(file, bytes, options)).entries;
}

/** What `--fix` would make of the sources, none of them written yet. Only files in the scope are looked at. */
export async function planFixes(
  ctx: Context,
  files: readonly string[],
  settings: LintSettings,
  options: LintOptions,
): Promise<SourceFix[]> {
  const fixable: LintSettings = { ...settings, rules: settings.rules.filter(({ rule }) => rule.fixable) };
  const { at, served, askAtMost, configFile, leastSeverity = "info" } = options;
  const plain: LintOptions = { at, served, askAtMost, configFile, leastSeverity };
  const fixes: SourceFix[] = [];
  for (const file of files) {
    const bytes = await readSource(ctx, file);
    if (bytes === undefined) continue;
    const parse = await parserOf(ctx, file);
    const fix = await fixSource(file, bytes, {
      parse,
      changes: async (entries) => {
        const inline = COMMENTED.test(file)
          ? commentWaivers(file, new TextDecoder().decode(bytes), entries)
          : { waivers: [], faults: [] };
        const waivers = [...inline.waivers, ...tagWaivers(entries).waivers];
        const { findings } = await runLint(new LintBase(entries), fixable, {
          ...plain,
          inline: { waivers, faults: [] },
        });
        return findings.flatMap(({ entry, field, fix: wanted }) =>
          entry === undefined || field === undefined || wanted === undefined ? [] : [{ entry, field, ...wanted }],
        );
      },
    });
    if (fix.fixed > 0 || Object.keys(fix.refused).length > 0) fixes.push(fix);
  }
  return fixes;
}

/** The fixes of findings as replacements in their files, for code hosts that offer them. */
export async function replacements(
  ctx: Context,
  findings: readonly Parameters<typeof replacementsOf>[2][number][],
  entries: readonly FaqEntry[],
): Promise<Map<string, readonly SarifReplacement[]>> {
  const all = new Map<string, readonly SarifReplacement[]>();
  const fixable = findings.filter(({ fix }) => fix !== undefined);
  const ofFile = groupBy(entries, ({ source }) => source.file);
  for (const [file, some] of groupBy(fixable, ({ where }) => where.file)) {
    const bytes = await readSource(ctx, file);
    if (bytes === undefined) continue;
    const found = replacementsOf(file, bytes, some, ofFile.get(file) ?? []);
    for (const [fingerprint, list] of found) all.set(fingerprint, list);
  }
  return all;
}
