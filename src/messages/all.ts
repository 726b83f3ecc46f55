import type { Message } from "./locale.js";
import { botDefinitionMessages } from "./bot/definition.js";
import { botSuiteMessages } from "./bot/suite.js";
import { botSimulateMessages } from "./bot/simulate.js";
import { botBundleMessages } from "./bot/bundle.js";
import { botChatMessages } from "./bot/chat.js";
import { cliMessages } from "./cli.js";
import { cliStartMessages } from "./cli-start.js";
import { commonMessages } from "./common.js";
import { floorMessages } from "./floors.js";
import { kbMessages } from "./kb/kb.js";
import { kbBackendMessages } from "./kb/backend.js";
import { kbEvalMessages } from "./kb/eval.js";
import { kbEvalFigureMessages } from "./kb/eval-figures.js";
import { kbSourceMessages } from "./kb/sources.js";
import { kbFetchMessages } from "./kb/fetch.js";
import { kbArchiveMessages } from "./kb/archives.js";
import { kbRunMessages } from "./kb/runs.js";
import { kbDiffMessages } from "./kb/diff.js";
import { kbReportMessages } from "./kb/report.js";
import { kbMappingMessages } from "./kb/mapping.js";
import { kbWatchMessages } from "./kb/watch.js";
import { kbFormatMessages } from "./kb/formats.js";
import { kbIngestMessages } from "./kb/ingest.js";
import { kbLintMessages } from "./kb/lint.js";
import { kbLintDuplicateMessages } from "./kb/lint-duplicates.js";
import { kbLintLimitMessages } from "./kb/lint-limits.js";
import { kbLintReferenceMessages } from "./kb/lint-references.js";
import { kbLintAnswerMessages } from "./kb/lint-answers.js";
import { kbLintCharacterMessages } from "./kb/lint-characters.js";
import { kbLintWaiverMessages } from "./kb/lint-waivers.js";
import { kbExportMessages } from "./kb/export.js";
import { kbDialogMessages } from "./kb/dialog.js";
import { kbDocumentMessages } from "./kb/documents.js";
import { kbTableMessages } from "./kb/tables.js";
import { kbTuneMessages } from "./kb/tune.js";
import { kbWebMessages } from "./kb/web.js";
import { cliModelMessages } from "./cli-model.js";
import { embedMessages } from "./embed.js";
import { nluMessages } from "./nlu.js";
import { nluConvertMessages } from "./nlu-convert.js";
import { nluDataMessages } from "./nlu-data.js";
import { nluLintMessages } from "./nlu-lint.js";
import { nluSplitMessages } from "./nlu-split.js";
import { nluEvalMessages } from "./nlu-eval.js";
import { nluEvalFigureMessages } from "./nlu-eval-figures.js";
import { nluEvalFindingMessages } from "./nlu-eval-findings.js";
import { nluPredictMessages } from "./nlu-predict.js";
import { nluTrainMessages } from "./nlu-train.js";
import { nluEmotionMessages } from "./nlu-emotion.js";
import { reportMessages } from "./report.js";
import { workspaceMessages } from "./workspace.js";

/** Every message of the product; a namespace for each room, so that a key says where it is used. */
export const catalogue = {
  ...commonMessages,
  ...cliMessages,
  ...cliStartMessages,
  ...workspaceMessages,
  ...floorMessages,
  ...kbMessages,
  ...kbFormatMessages,
  ...kbIngestMessages,
  ...kbEvalMessages,
  ...kbEvalFigureMessages,
  ...kbSourceMessages,
  ...kbFetchMessages,
  ...kbArchiveMessages,
  ...kbRunMessages,
  ...kbDiffMessages,
  ...kbReportMessages,
  ...kbMappingMessages,
  ...kbWatchMessages,
  ...kbLintMessages,
  ...kbLintDuplicateMessages,
  ...kbLintLimitMessages,
  ...kbLintReferenceMessages,
  ...kbLintAnswerMessages,
  ...kbLintCharacterMessages,
  ...kbLintWaiverMessages,
  ...kbExportMessages,
  ...kbDialogMessages,
  ...kbDocumentMessages,
  ...kbTableMessages,
  ...kbTuneMessages,
  ...kbWebMessages,
  ...kbBackendMessages,
  ...cliModelMessages,
  ...embedMessages,
  ...nluMessages,
  ...nluDataMessages,
  ...nluConvertMessages,
  ...nluLintMessages,
  ...nluSplitMessages,
  ...nluEvalMessages,
  ...nluEvalFigureMessages,
  ...nluEvalFindingMessages,
  ...nluPredictMessages,
  ...nluTrainMessages,
  ...nluEmotionMessages,
  ...botDefinitionMessages,
  ...botSuiteMessages,
  ...botSimulateMessages,
  ...botBundleMessages,
  ...botChatMessages,
  ...reportMessages,
} satisfies Record<string, Message>;
