import * as z from "zod";
import { SMALL_TALK_KINDS } from "../../kb/respond/small-talk.js";
import { issue, place } from "../place-schema.js";

const location = place.extend({
  file: z.string().describe("Relative to the workspace, with `/`; absolute outside it."),
});
const issues = z.array(issue.extend({ where: location.optional() }));

const entrySource = location.omit({ column: true }).extend({ heading: z.string().optional() });

const status = z.enum(["draft", "online", "offline"]);

const changes = z.array(
  z.object({
    change: z.enum(["added", "changed", "removed"]),
    id: z.string(),
    question: z.string().optional().describe("Not known of a removed entry."),
    where: location,
  }),
);

export const kbIngestOutput = z
  .object({
    dryRun: z.boolean(),
    written: z.boolean().describe("False when there was nothing to do, and with --dry-run."),
    compacted: z.boolean().describe("All segments of the index were merged into one."),
    rebuilt: z
      .boolean()
      .describe("The index was damaged, incomplete, or of another encoder or version, and was made again."),
    generation: z.int().describe("Of the index after the run; it grows with every run that writes."),
    added: z.int(),
    changed: z.int(),
    removed: z.int(),
    unchanged: z.int().describe("Entries of the sources in question that stay as they are."),
    total: z.int().describe("All entries after the run."),
    rowsSkipped: z.int().describe("Rows and sections left out, each with an issue."),
    warnings: z.int(),
    errors: z.int().describe("Always 0: a run with errors fails, and its errors are in the failure's `issues`."),
    indexBytes: z.int(),
    seconds: z.number(),
    sources: z.object({
      read: z.array(z.string()),
      skipped: z.array(z.string()).describe("Not read, because they have not changed."),
      removed: z.array(z.string()),
    }),
    changes,
    mappings: z
      .array(
        z.object({
          file: z.string(),
          sheet: z.string().optional(),
          columns: z.array(z.object({ field: z.string(), header: z.string() })),
        }),
      )
      .describe("Columns that were guessed by their content."),
    published: z
      .object({
        server: z.string(),
        schema: z.string(),
        generation: z.int().describe("Of the index on the server."),
        added: z.int(),
        changed: z.int(),
        removed: z.int(),
        written: z.boolean().describe("False when the server held all of it already."),
      })
      .optional()
      .describe("With index.backend: pgvector, what was sent to the server."),
    issues,
  })
  .meta({ description: "What an ingest did, or with --dry-run would do." });

export type KbIngestOutput = z.infer<typeof kbIngestOutput>;

const passageKind = z
  .literal("passage")
  .optional()
  .describe(
    "A passage of a document without questions: its question is its heading path. Absent: a question with answers.",
  );

export const kbListOutput = z
  .object({
    total: z.int().describe("Entries that fit the options; --limit may show fewer."),
    entries: z.array(
      z.object({
        kind: passageKind,
        id: z.string(),
        category: z.string(),
        question: z.string(),
        status,
        similar: z.int().describe("Number of similar questions."),
        source: entrySource,
      }),
    ),
  })
  .meta({ description: "Entries of the index." });

export type KbListOutput = z.infer<typeof kbListOutput>;

export const kbShowOutput = z
  .object({
    kind: passageKind,
    id: z.string(),
    category: z.string(),
    question: z.string(),
    similar: z.array(z.string()),
    answers: z.array(
      z.object({
        text: z.string(),
        format: z.enum(["text", "markdown", "card"]),
        channel: z.enum(["web", "voice", "keypad", "wechat"]).optional(),
        locale: z.enum(["zh-CN", "zh-TW", "zh-HK", "en"]).optional(),
        tier: z.string().optional(),
        links: z.array(z.string()),
      }),
    ),
    related: z.array(z.string()),
    negative: z.array(z.string()),
    effective: z.object({ from: z.string().optional(), until: z.string().optional() }),
    status,
    tags: z.record(z.string(), z.string()),
    source: entrySource,
    hash: z.string().describe("SHA-256 (hex) of the content, without `source`."),
  })
  .meta({ description: "One entry, whole." });

export type KbShowOutput = z.infer<typeof kbShowOutput>;

const counts = z.record(z.string(), z.int());

export const kbStatsOutput = z
  .object({
    entries: z.int().describe("Passages are among them."),
    passages: z.int().describe("Passages of documents without questions."),
    questions: z.int().describe("Standard and similar questions; passages have none."),
    answers: z.int().describe("Answer variants."),
    dated: z.int().describe("Entries with an effective period."),
    statuses: z.object({ draft: z.int(), online: z.int(), offline: z.int() }),
    categories: counts.describe("Entries by the first level of their category; the empty name is none."),
    sources: counts,
    locales: counts.describe("Entries with an answer in a locale; `any` is an answer for all."),
    channels: counts.describe("Entries with an answer for a channel; `any` is an answer for all."),
    index: z.object({
      generation: z.int(),
      segments: z.int(),
      bytes: z.int(),
      dead: z.int().describe("Entries in segments that were replaced or removed since."),
      embedder: z.string(),
    }),
    tuning: z.object({
      on: z.enum(["none", "similar", "labelled"]).describe("Questions that kb tune was run on; `none`: it was not."),
      questions: z.int(),
      weights: z.enum(["shipped", "tuned"]),
    }),
  })
  .meta({ description: "Figures of the knowledge base and its index." });

export type KbStatsOutput = z.infer<typeof kbStatsOutput>;

const score = z.number().min(0).max(1).describe("Probability that the entry is the right one.");

const candidate = z.object({
  kind: passageKind,
  id: z.string(),
  question: z.string().describe("Standard question; of a passage its heading path."),
  matched: z
    .string()
    .describe("The question of the entry that matched best; of a passage its heading path or a sentence."),
  score,
  source: entrySource,
});

const searchExplanation = z.object({
  reading: z.object({
    normalised: z.string().describe("Without politeness, in the form that texts are compared in."),
    meant: z
      .string()
      .optional()
      .describe(
        "What was searched for instead: misspelt words, misheard characters, pinyin and spoken Cantonese put right.",
      ),
    language: z.enum(["zh", "en", "mixed", "other"]),
    script: z.enum(["hans", "hant", "latin", "mixed", "none"]),
    typed: z.enum(["han", "pinyin", "initials", "mixed", "none"]).describe("In characters, in pinyin or by initials."),
    syllables: z.array(z.string()).optional().describe("What pinyin or initials were read as."),
    keyword: z.string().optional().describe("The text is no more than this keyword."),
    smallTalk: z.string().optional().describe("Kind of small talk that the text is."),
    parts: z.array(z.string()).optional().describe("Questions that the text may be taken apart into."),
  }),
  decision: z.object({
    kind: z.enum(["answer", "clarify", "abstain"]).describe("What the bot would do."),
    reason: z.string().optional(),
    parts: z.int().optional().describe("Number of questions that are answered one by one."),
    answerThreshold: z.number(),
    clarifyThreshold: z.number(),
    margin: z.number(),
  }),
  words: z
    .array(z.object({ id: z.string(), met: z.array(z.string()), missed: z.array(z.string()) }))
    .describe("Of each result: words of the text that the entry has, and that it has not."),
  leftOut: z
    .array(
      z.object({
        id: z.string(),
        question: z.string(),
        score,
        rank: z.int().describe("The place it would have had."),
        because: z.array(
          z.object({
            why: z.enum(["status", "not-yet", "expired", "channel", "tier", "negative"]),
            value: z.string().describe("The status, the date, the channel, the tier or the negative keyword."),
          }),
        ),
      }),
    )
    .describe("Entries that a filter left out though they fit better than some result."),
});

export const kbSearchOutput = z
  .object({
    query: z.string(),
    results: z
      .array(
        candidate.extend({
          exact: z
            .boolean()
            .describe("The query is one of the entry's questions, but for spaces, punctuation and script."),
          category: z.string(),
          status,
          channels: z
            .object({ lexical: z.number(), body: z.number(), vector: z.number(), sound: z.number() })
            .describe(
              "BM25 over questions, answers and sounds, as a share of a perfect match; `vector`: cosine of the encoder.",
            ),
          coverage: z.number().describe("Share of the telling words, by their worth, that the entry has."),
          contributions: z.record(z.string(), z.number()).describe("What each feature added to the rank score."),
          excerpt: z
            .object({
              text: z.string(),
              start: z.int().describe("In UTF-16 units of the passage."),
              end: z.int(),
              score: z.number().describe("Share of what the text asks for that stands in the sentence."),
            })
            .optional()
            .describe("Of a passage: the sentence that fits the text best."),
        }),
      )
      .describe("Best first."),
    explain: searchExplanation.optional().describe("With --explain."),
  })
  .meta({ description: "Entries that fit a text." });

export type KbSearchOutput = z.infer<typeof kbSearchOutput>;

const channelName = z.enum(["web", "voice", "keypad", "wechat"]);
const localeName = z.enum(["zh-CN", "zh-TW", "zh-HK", "en"]);

const thresholdBasis = z.object({
  from: z
    .enum(["labelled", "similar", "default", "exact"])
    .describe(
      "Where the threshold comes from: labelled questions or similar questions of this workspace (kb tune), the table that ships with the program, or nothing: only exact matches are answered.",
    ),
  maxWrongAnswerRate: z.number().describe("Accepted share of all questions that get a wrong answer."),
  promise: z.boolean().describe("True when the expected rate is at most that, for questions like the labelled ones."),
  questions: z.int().describe("Questions of this workspace that the threshold was chosen on."),
  needed: z.int().optional().describe("Labelled questions that a promise of this rate takes at the least."),
});

/** What decides between an answer, a question back and none. */
export const decisionSettings = thresholdBasis.extend({
  weights: z.enum(["shipped", "tuned"]).describe("Those of the program, or those of kb tune."),
  answerThreshold: z.number(),
  clarifyThreshold: z.number(),
  margin: z.number(),
});

const reading = z
  .object({
    language: z.enum(["zh", "en", "mixed", "other"]),
    script: z.enum(["hans", "hant", "latin", "mixed", "none"]).describe("By the characters that only one script has."),
    locale: localeName.optional().describe("Language and writing of a reply, where the words tell."),
  })
  .describe("How the text is written.");

const askAnswer = candidate.extend({
  text: z.string().describe("In the language and script of the caller, where the entry has it or it can be converted."),
  sentence: z
    .string()
    .optional()
    .describe("Of a passage: the sentence that answers; it stands in `passage` to the letter."),
  passage: z.string().optional().describe("The passage, in the caller's script; `text` is made of both."),
  format: z.enum(["text", "markdown", "card"]),
  links: z.array(z.string()),
  channel: channelName.optional().describe("The channel that this answer was written for."),
  locale: localeName.optional().describe("The locale that this answer was written for."),
});

const askChoice = candidate.extend({
  wording: z.string().describe("The question as the caller reads it, in their language and script."),
});

const clarifyReason = z.enum(["near", "keyword"]);

export const kbAskOutput = z
  .object({
    query: z.string(),
    decision: z
      .enum(["answer", "clarify", "abstain"])
      .describe("Of several questions: `clarify` when the caller is asked back for any of them."),
    reason: z
      .enum([...clarifyReason.options, "small-talk", "out-of-domain", "unsure", "empty"])
      .optional()
      .describe(
        "Of `clarify`: entries are near, or the text is a keyword only. Of `abstain`: small talk, nothing in the knowledge base is near, something is near but not surely enough, no word to search for.",
      ),
    talk: z
      .enum(SMALL_TALK_KINDS)
      .optional()
      .describe("Kind of small talk: greeting, thanks, goodbye, identity, praise, laughter …"),
    confidence: score.describe("Probability that the answer, or one of the choices, is the right one."),
    answer: askAnswer.optional(),
    choices: z
      .array(askChoice)
      .optional()
      .describe("With `clarify`: one that stands far above all others, two or three, for a keyword up to five."),
    parts: z
      .array(
        z.object({
          text: z.string().describe("The caller's words."),
          searched: z.string().describe("What was searched for: with what the question before was about."),
          decision: z.enum(["answer", "clarify"]),
          reason: clarifyReason.optional(),
          confidence: score,
          answer: askAnswer.optional(),
          choices: z.array(askChoice).optional(),
        }),
      )
      .optional()
      .describe("Two or three questions of one text, in order; `answer` and `choices` are the first of theirs."),
    rest: z.string().optional().describe("What comes after the third question, and was not looked at."),
    best: candidate.optional().describe("With `abstain`: the nearest entry, where there is one."),
    fallback: z.string().optional().describe("With `abstain`: what the bot would say."),
    reading,
    asker: z.object({ channel: channelName, locale: localeName, at: z.string(), tier: z.string().optional() }),
    settings: decisionSettings,
  })
  .meta({ description: "The decision that the bot would take." });

const tuneShare = z
  .object({ share: z.number(), low: z.number(), high: z.number() })
  .describe("A share with its 95% interval (Wilson).");

const tuneFigures = z.object({
  recallAt1: tuneShare.describe("Questions in scope whose first entry is right."),
  coverage: tuneShare
    .optional()
    .describe("Questions in scope that are answered, each half by a threshold chosen on the other."),
  wrongAnswerRate: tuneShare.optional().describe("Wrong answers over all questions, likewise."),
});

const tuneGain = z.object({
  difference: z.number(),
  low: z.number().describe("95% interval, by paired bootstrap."),
  high: z.number(),
  p: z.number().describe("Exact McNemar test."),
});

export const kbTuneOutput = z
  .object({
    dryRun: z.boolean(),
    seed: z.int(),
    questions: z.object({
      labelled: z.int(),
      labelledOutOfScope: z.int(),
      similar: z.int().describe("Similar questions, each asked of the knowledge base without it."),
      similarOutOfScope: z.int().describe("Of these, asked of the knowledge base without their entry."),
      noisy: z.int().describe("Of these, mistyped, misheard or politely put."),
      similarKnown: z.int().describe("Similar questions of the whole knowledge base."),
    }),
    comparedOn: z
      .enum(["labelled", "similar"])
      .optional()
      .describe("Questions that the figures were measured on, by weights that were fitted without them."),
    compared: z.int(),
    shipped: tuneFigures.optional(),
    tuned: tuneFigures.optional().describe("Missing where there are too few questions to fit on."),
    gain: z.object({ recallAt1: tuneGain, coverage: tuneGain.optional() }).optional(),
    weights: z
      .enum(["tuned", "kept", "too-few"])
      .describe("`kept`: the fitted weights are no better, so that the shipped ones stay."),
    settings: decisionSettings,
  })
  .meta({ description: "What tuning gained, and the threshold that follows." });

export type KbTuneOutput = z.infer<typeof kbTuneOutput>;

export type KbAskOutput = z.infer<typeof kbAskOutput>;

export const kbExportOutput = z
  .object({
    format: z.enum(["xlsx", "csv", "json", "jsonl", "yaml", "md"]),
    file: z.string().optional().describe("What -o named."),
    count: z.int().describe("Entries exported."),
    passages: z.int().describe("Passages of documents, which are left out."),
    entries: z
      .array(z.record(z.string(), z.unknown()))
      .optional()
      .describe("Without -o: the entries as a JSON export has them."),
  })
  .meta({ description: "What was exported." });

export type KbExportOutput = z.infer<typeof kbExportOutput>;

const lintSeverity = z.enum(["error", "warning", "info"]);

const lintFinding = z.object({
  rule: z.string().describe("Id; all of them with --list-rules."),
  severity: lintSeverity,
  message: z.string(),
  where: location.describe("Of the entry; of a waiver, where it stands."),
  entry: z.object({ id: z.string(), question: z.string() }).optional(),
  field: z
    .object({
      kind: z.enum(["question", "similar", "answer"]),
      index: z.int().optional().describe("Which similar question or answer, from 0."),
    })
    .optional(),
  related: z
    .array(z.object({ id: z.string(), question: z.string(), where: location }))
    .describe("Other entries that have a part in it."),
  fix: z
    .object({ from: z.string(), to: z.string().describe("Empty: the similar question goes.") })
    .optional()
    .describe("What --fix makes of the text."),
  fingerprint: z.string().describe("The same as long as the finding is, wherever the entry moves in its file."),
});

export const kbLintOutput = z
  .object({
    at: z.string().describe("Date that effective periods were held against."),
    entries: z.int(),
    rules: z.array(z.string()).describe("Those that ran."),
    counts: z.object({ error: z.int(), warning: z.int(), info: z.int(), waived: z.int() }),
    findings: z.array(lintFinding).describe("By file, place and rule."),
    waived: z.array(lintFinding.extend({ reason: z.string() })),
    notes: z.array(z.string()).describe("What should be known about the run: samples, shares."),
    fixes: z
      .object({
        dryRun: z.boolean(),
        sources: z.array(
          z.object({
            file: z.string(),
            fixed: z.int(),
            refused: z.record(z.string(), z.int()).describe("Changes that were not made, by the reason."),
          }),
        ),
      })
      .optional()
      .describe("With --fix."),
  })
  .meta({ description: "What is wrong with the knowledge." });

export type KbLintOutput = z.infer<typeof kbLintOutput>;

export const kbLintRulesOutput = z
  .object({
    rules: z.array(
      z.object({
        id: z.string(),
        severity: lintSeverity,
        fixable: z.boolean(),
        options: z.record(z.string(), z.union([z.number(), z.boolean(), z.array(z.string())])),
        what: z.string(),
        advice: z.string(),
      }),
    ),
  })
  .meta({ description: "The rules of kb lint, with --list-rules." });

export const kbHistoryOutput = z
  .object({
    runs: z
      .array(
        z.object({
          run: z.int().describe("Number to give to `kb restore`: the generation of the index after the run."),
          at: z.string().describe("Local time, ISO 8601 with offset."),
          kind: z.enum(["ingest", "restore", "remove"]),
          of: z.int().optional().describe("Of a restore: the run that was gone back to."),
          command: z.string().optional(),
          added: z.int(),
          changed: z.int(),
          removed: z.int(),
          unchanged: z.int(),
          total: z.int().optional().describe("All entries after the run."),
          sources: z.array(z.string()).describe("Read, brought back or removed."),
        }),
      )
      .describe("The latest first."),
    kept: z.object({
      runs: z.int().describe("Runs that can be gone back to."),
      versions: z.int().describe("Former versions of entries that are kept for it."),
      bytes: z.int().describe("Of their content."),
    }),
  })
  .meta({ description: "Runs that changed the knowledge base." });

export type KbHistoryOutput = z.infer<typeof kbHistoryOutput>;

const revision = z.object({
  dryRun: z.boolean(),
  written: z.boolean().describe("False when there was nothing to do, and with --dry-run."),
  generation: z.int().describe("Of the index afterwards."),
  added: z.int(),
  changed: z.int(),
  removed: z.int(),
  total: z.int().describe("All entries afterwards."),
  seconds: z.number(),
  sources: z.array(z.string()),
  changes,
});

export const kbRestoreOutput = revision
  .extend({ of: z.int().describe("The run that was gone back to.") })
  .meta({ description: "What a restore did, or with --dry-run would do." });

export type KbRestoreOutput = z.infer<typeof kbRestoreOutput>;

export const kbRemoveOutput = revision
  .extend({ listed: z.array(z.string()).describe("Removed sources that kefu.yaml lists: the next ingest reads them.") })
  .meta({ description: "What taking sources out did, or with --dry-run would do." });

export type KbRemoveOutput = z.infer<typeof kbRemoveOutput>;

const pieces = z
  .array(z.object({ kind: z.enum(["same", "old", "new"]), text: z.string() }))
  .describe("Word by word: without `new` they are the old text, without `old` the new one.");

export const kbDiffOutput = z
  .object({
    state: z.enum(["written", "unchanged", "planned", "failed"]).describe("`planned`: nothing was written."),
    counts: z.object({
      added: z.int(),
      changed: z.int(),
      removed: z.int(),
      unchanged: z.int(),
      total: z.int().describe("All entries afterwards."),
      skipped: z.int().describe("Rows and sections left out."),
      warnings: z.int(),
      errors: z.int(),
      notes: z.int(),
      sources: z.object({ read: z.int(), unchanged: z.int(), removed: z.int() }),
    }),
    sources: z.array(
      z.object({
        file: z.string(),
        state: z.enum(["read", "unchanged", "removed", "failed"]),
        entries: z.int(),
        added: z.int(),
        changed: z.int(),
        removed: z.int(),
        skipped: z.int(),
        warnings: z.int(),
        errors: z.int(),
        seconds: z.number().optional().describe("Reading and parsing; of a source that was read."),
      }),
    ),
    changes: z
      .array(
        z.object({
          change: z.enum(["added", "changed", "removed"]),
          id: z.string(),
          kind: z.literal("passage").optional(),
          question: z.string(),
          where: location,
          fields: z.array(
            z.object({
              field: z.enum([
                "category",
                "question",
                "similar",
                "answer",
                "related",
                "negative",
                "from",
                "until",
                "status",
                "tag",
              ]),
              part: z.string().optional().describe("Channel, locale and tier of an answer; name of a tag."),
              change: z.enum(["added", "removed", "changed"]),
              pieces,
            }),
          ),
        }),
      )
      .describe("Changed entries, then new ones, then those that go."),
    issues,
  })
  .meta({
    description:
      "What an ingest would change, entry by entry; `kefu kb ingest -o report.json` writes the same of what it did.",
  });

export type KbDiffOutput = z.infer<typeof kbDiffOutput>;
