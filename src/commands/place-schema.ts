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
