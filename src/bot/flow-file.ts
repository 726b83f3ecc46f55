import type { z } from "zod";
import type { Issue } from "../messages/errors.js";
import { FLOW_FILE_KEYS, flowFileSchema, type Flow } from "./definition.js";
import { checkSource, parseYaml, type YamlSource } from "./yaml-source.js";

/** A flow file that keeps to its schema, with the way back to its lines. */
export interface FlowFile {
  readonly source: YamlSource;
  readonly flows: readonly Flow[];
  readonly replies: z.output<typeof flowFileSchema>["replies"];
}

/** A flow file of YAML; `file` is absent where it does not keep to the schema, and `issues` say why, with lines. */
export function parseFlowFile(path: string, text: string): { file?: FlowFile; issues: Issue[] } {
  const { source, issues } = parseYaml(path, text);
  if (source === undefined) return { issues };
  const { value, issues: wrong } = checkSource(flowFileSchema, source, FLOW_FILE_KEYS);
  if (value === undefined) return { issues: wrong };
  return { file: { source, flows: value.flows, replies: value.replies }, issues: [] };
}
