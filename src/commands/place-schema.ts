import * as z from "zod";

/** Where something stands in a file. */
export const place = z.object({
  file: z.string(),
  sheet: z.string().optional(),
  row: z.int().optional(),
  line: z.int().optional(),
  column: z.int().optional(),
  page: z.int().optional(),
});

/** What was noticed about the data, as `issueDocument` makes it. */
export const issue = z.object({
  severity: z.enum(["error", "warning", "info"]),
  code: z.string().describe("Stable name of the message."),
  message: z.string(),
  where: place.optional(),
});
