import type { Message } from "./locale.js";

/** Messages that every room and command may use. */
export const commonMessages = {
  "common.error": { en: "error", "zh-CN": "错误", "zh-TW": "錯誤" },
  "common.warning": { en: "warning", "zh-CN": "警告", "zh-TW": "警告" },
  "common.info": { en: "note", "zh-CN": "提示", "zh-TW": "提示" },
  "common.hint": { en: "hint", "zh-CN": "建议", "zh-TW": "建議" },
  "common.more-of-kind": {
    en: "… and {count} more of this kind (all of them with --json)",
    "zh-CN": "……另有同类 {count} 条（用 --json 查看全部）",
    "zh-TW": "……另有同類 {count} 則（用 --json 檢視全部）",
  },
  "common.internal": {
    en: "internal error: {message} (run again with KEFU_DEBUG=1 to see where)",
    "zh-CN": "内部错误：{message}（设置 KEFU_DEBUG=1 再运行一次可查看出错位置）",
    "zh-TW": "內部錯誤：{message}（設定 KEFU_DEBUG=1 再執行一次可檢視出錯位置）",
  },
  "common.interrupted": {
    en: "interrupted; the previous state is unchanged",
    "zh-CN": "已中断；之前的状态保持不变",
    "zh-TW": "已中斷；先前的狀態保持不變",
  },
  "common.file.missing": {
    en: "no such file or folder: {path}",
    "zh-CN": "文件或文件夹不存在：{path}",
    "zh-TW": "檔案或資料夾不存在：{path}",
  },
  "common.file.not-a-file": {
    en: "not a file: {path}",
    "zh-CN": "不是文件：{path}",
    "zh-TW": "不是檔案：{path}",
  },
  "common.file.unreadable": {
    en: "cannot read {path}: {reason}",
    "zh-CN": "无法读取 {path}（{reason}）",
    "zh-TW": "無法讀取 {path}（{reason}）",
  },
  "common.file.unwritable": {
    en: "cannot write {path}: {reason}; nothing was changed",
    "zh-CN": "无法写入 {path}（{reason}）；未做任何改动",
    "zh-TW": "無法寫入 {path}（{reason}）；未做任何變更",
  },
  "common.file.not-allowed": {
    en: "cannot read {path}: no permission",
    "zh-CN": "没有权限读取 {path}",
    "zh-TW": "沒有權限讀取 {path}",
  },
  "common.file.not-allowed-to-write": {
    en: "cannot write {path}: no permission for it or for its folder; nothing was changed",
    "zh-CN": "没有权限写入 {path} 或其所在文件夹；未做任何改动",
    "zh-TW": "沒有權限寫入 {path} 或其所在資料夾；未做任何變更",
  },
  "common.file.read-only": {
    en: "cannot write {path}: the disk is read-only; nothing was changed",
    "zh-CN": "无法写入 {path}：磁盘为只读；未做任何改动",
    "zh-TW": "無法寫入 {path}：磁碟為唯讀；未做任何變更",
  },
  "common.file.no-folder": {
    en: "cannot write {path}: part of its path is a file, not a folder; nothing was changed",
    "zh-CN": "无法写入 {path}：路径中有一部分是文件而不是文件夹；未做任何改动",
    "zh-TW": "無法寫入 {path}：路徑中有一部分是檔案而不是資料夾；未做任何變更",
  },
  "common.file.is-folder": {
    en: "cannot write {path}: a folder of this name exists; nothing was changed",
    "zh-CN": "无法写入 {path}：已有同名文件夹；未做任何改动",
    "zh-TW": "無法寫入 {path}：已有同名資料夾；未做任何變更",
  },
  "common.file.no-space": {
    en: "no space left while writing {path}; nothing was changed",
    "zh-CN": "写入 {path} 时磁盘空间不足；未做任何改动",
    "zh-TW": "寫入 {path} 時磁碟空間不足；未做任何變更",
  },
  "common.file.exists": {
    en: "{path} exists already",
    "zh-CN": "{path} 已存在",
    "zh-TW": "{path} 已存在",
  },
  "common.hint.force": {
    en: "add --force to overwrite it",
    "zh-CN": "加上 --force 可覆盖",
    "zh-TW": "加上 --force 可覆寫",
  },
  "common.hint.file-in-folder": {
    en: "name a file in it",
    "zh-CN": "请指定其中的一个文件名",
    "zh-TW": "請指定其中的一個檔名",
  },
  "common.written": { en: "written: {path}", "zh-CN": "已写入：{path}", "zh-TW": "已寫入：{path}" },
  "common.unknown-version": {
    en: "{path} was made by another version (format {found}, this program reads {known})",
    "zh-CN": "{path} 由其他版本生成（格式 {found}，本程序支持 {known}）",
    "zh-TW": "{path} 由其他版本產生（格式 {found}，本程式支援 {known}）",
  },
} as const satisfies Record<string, Message>;
