import type { Message } from "../locale.js";

/** Zip archives and their members. */
export const kbArchiveMessages = {
  "kb.archive.damaged": {
    en: "this zip archive cannot be read ({reason}): {file}",
    "zh-CN": "无法读取此 zip 压缩包（{reason}）：{file}",
    "zh-TW": "無法讀取這個 zip 壓縮檔（{reason}）：{file}",
  },
  "kb.archive.too-many": {
    en: "{count} members are more than the {limit} that an archive may have: {file}",
    "zh-CN": "压缩包内有 {count} 个文件，超过上限 {limit}：{file}",
    "zh-TW": "壓縮檔內有 {count} 個檔案，超過上限 {limit}：{file}",
  },
  "kb.archive.too-big": {
    en: "{name} would be larger than {limit} MB when unpacked: {file}",
    "zh-CN": "{name} 解压后将超过 {limit} MB：{file}",
    "zh-TW": "{name} 解壓縮後將超過 {limit} MB：{file}",
  },
  "kb.archive.ratio": {
    en: "{name} would grow more than {ratio} times when unpacked, as zip bombs do: {file}",
    "zh-CN": "{name} 解压后会膨胀 {ratio} 倍以上，疑似压缩炸弹：{file}",
    "zh-TW": "{name} 解壓縮後會膨脹 {ratio} 倍以上，疑似壓縮炸彈：{file}",
  },
  "kb.archive.overlap": {
    en: "{name} and {other} share the same bytes, as in zip bombs: {file}",
    "zh-CN": "{name} 与 {other} 共用同一段数据，疑似压缩炸弹：{file}",
    "zh-TW": "{name} 與 {other} 共用同一段資料，疑似壓縮炸彈：{file}",
  },
  "kb.archive.unsafe-name": {
    en: "left out: the name would lead out of the archive or holds control characters: {name}",
    "zh-CN": "略过：名称会指向压缩包之外，或含有控制字符：{name}",
    "zh-TW": "略過：名稱會指向壓縮檔之外，或含有控制字元：{name}",
  },
  "kb.archive.link": {
    en: "left out: links in an archive are not followed",
    "zh-CN": "略过：不跟随压缩包内的链接",
    "zh-TW": "略過：不跟隨壓縮檔內的連結",
  },
  "kb.archive.no-file": {
    en: "left out: this is no file",
    "zh-CN": "略过：不是普通文件",
    "zh-TW": "略過：不是一般檔案",
  },
  "kb.archive.nested": {
    en: "left out: an archive inside an archive; unpack it first",
    "zh-CN": "略过：压缩包内的压缩包，请先解压",
    "zh-TW": "略過：壓縮檔內的壓縮檔，請先解壓縮",
  },
  "kb.archive.twice": {
    en: "left out: the archive holds a file of this name already",
    "zh-CN": "略过：压缩包内已有同名文件",
    "zh-TW": "略過：壓縮檔內已有同名檔案",
  },
  "kb.archive.encrypted": {
    en: "needs a password; save it without one",
    "zh-CN": "需要密码，请另存为不加密的文件",
    "zh-TW": "需要密碼，請另存為不加密的檔案",
  },
  "kb.archive.method": {
    en: "compressed in a way that cannot be read (method {method}); save the archive as a plain zip",
    "zh-CN": "压缩方式无法读取（方法 {method}），请另存为普通 zip",
    "zh-TW": "壓縮方式無法讀取（方法 {method}），請另存為一般 zip",
  },
  "kb.archive.no-archive": {
    en: "no zip archive: {file}",
    "zh-CN": "不是 zip 压缩包：{file}",
    "zh-TW": "不是 zip 壓縮檔：{file}",
  },
  "kb.archive.no-member": {
    en: "the archive {file} has no such member: {name}",
    "zh-CN": "压缩包 {file} 中没有：{name}",
    "zh-TW": "壓縮檔 {file} 中沒有：{name}",
  },
  "kb.archive.empty": {
    en: "nothing in this archive can be read",
    "zh-CN": "此压缩包中没有可读取的文件",
    "zh-TW": "這個壓縮檔中沒有可讀取的檔案",
  },
} as const satisfies Record<string, Message>;
