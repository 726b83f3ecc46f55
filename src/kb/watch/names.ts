import path from "node:path";

/** Names that editors, spreadsheets and downloads give to what is not finished: `~$a.xlsx`, `.a.md.swp`, `a.csv~`, `4913`, `sedAb3dEf`. */
const UNFINISHED =
  /^(?:~\$.*|\..*|#.*#|.*~|.*\.(?:swp|swo|swx|tmp|temp|part|partial|crdownload|download|bak|lock)|~.*\.tmp|4913|sed[0-9A-Za-z]{6}|\.?goutputstream-\w+|.*~RF[0-9a-f]+\.\w+|.*___jb_(?:tmp|old)___|[0-9A-F]{8}|.*\.(?:orig|rej|kate-swp|un~|filepart|opdownload|!ut)|.*\.sb-[0-9a-f]{8}-\w+)$/i;

/** Whether a file below a watched folder is one of those that come and go while someone works on another. */
export function isUnfinished(file: string): boolean {
  return UNFINISHED.test(path.basename(file));
}
