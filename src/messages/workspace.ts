import type { Message } from "./locale.js";

/** Messages of the room `workspace`. */
export const workspaceMessages = {
  "workspace.none": {
    en: "no workspace here: found no kefu.yaml in {folder} or in any folder above it",
    "zh-CN": "这里没有工作区：在 {folder} 及其上级文件夹中都没有找到 kefu.yaml",
    "zh-TW": "這裡沒有工作區：在 {folder} 及其上層資料夾中都沒有找到 kefu.yaml",
  },
  "workspace.missing": {
    en: "no workspace: {path} does not exist",
    "zh-CN": "工作区不存在：没有 {path}",
    "zh-TW": "工作區不存在：沒有 {path}",
  },
  "workspace.hint.init": {
    en: "make one with `kefu init`, or name one with --workspace DIR",
    "zh-CN": "用 `kefu init` 新建，或用 --workspace 文件夹 指定",
    "zh-TW": "用 `kefu init` 新建，或用 --workspace 資料夾 指定",
  },
  "workspace.config.bad": {
    en: "{file} is not valid; mistakes: {n}",
    "zh-CN": "{file} 无效，错误数：{n}",
    "zh-TW": "{file} 無效，錯誤數：{n}",
  },
  "workspace.config.hint": {
    en: "mend the lines named above; docs/kefu-yaml.schema.json lists every setting",
    "zh-CN": "请修改上面指出的行；docs/kefu-yaml.schema.json 列出了全部设置",
    "zh-TW": "請修改上面指出的行；docs/kefu-yaml.schema.json 列出了全部設定",
  },
  "workspace.config.yaml": {
    en: "not valid YAML: {reason}",
    "zh-CN": "不是有效的 YAML（{reason}）",
    "zh-TW": "不是有效的 YAML（{reason}）",
  },
  "workspace.config.invalid": {
    en: "{path}: {reason}",
    "zh-CN": "{path}：{reason}",
    "zh-TW": "{path}：{reason}",
  },
  "workspace.config.missing": {
    en: "{path}: a value is needed",
    "zh-CN": "{path}：缺少值",
    "zh-TW": "{path}：缺少值",
  },
  "workspace.config.not-text": {
    en: "{path}: takes a text",
    "zh-CN": "{path}：应为文字",
    "zh-TW": "{path}：應為文字",
  },
  "workspace.config.not-number": {
    en: "{path}: takes a number",
    "zh-CN": "{path}：应为数字",
    "zh-TW": "{path}：應為數字",
  },
  "workspace.config.not-list": {
    en: "{path}: takes a list",
    "zh-CN": "{path}：应为列表",
    "zh-TW": "{path}：應為清單",
  },
  "workspace.config.not-mapping": {
    en: "{path}: takes settings of its own, as `name: value`",
    "zh-CN": "{path}：应为下一级设置（名称: 值）",
    "zh-TW": "{path}：應為下一層設定（名稱: 值）",
  },
  "workspace.config.range": {
    en: "{path}: out of range; takes a number {bound}",
    "zh-CN": "{path}：超出范围，应为 {bound} 的数",
    "zh-TW": "{path}：超出範圍，應為 {bound} 的數",
  },
  "workspace.config.length": {
    en: "{path}: its length must be {bound}",
    "zh-CN": "{path}：长度应 {bound}",
    "zh-TW": "{path}：長度應 {bound}",
  },
  "workspace.config.choices": {
    en: "{path}: takes one of: {choices}",
    "zh-CN": "{path}：可选值：{choices}",
    "zh-TW": "{path}：可選值：{choices}",
  },
  "workspace.config.unknown": {
    en: "{path}: unknown setting",
    "zh-CN": "{path}：未知的设置",
    "zh-TW": "{path}：未知的設定",
  },
  "workspace.config.unknown-near": {
    en: "{path}: unknown setting; did you mean “{suggestion}”?",
    "zh-CN": "{path}：未知的设置；是否想写“{suggestion}”？",
    "zh-TW": "{path}：未知的設定；是否想寫「{suggestion}」？",
  },
  "workspace.variable.unknown": {
    en: "environment variable {name} is no setting and is ignored",
    "zh-CN": "环境变量 {name} 不是设置项，已忽略",
    "zh-TW": "環境變數 {name} 不是設定項目，已忽略",
  },
  "workspace.variable.unknown-near": {
    en: "environment variable {name} is no setting and is ignored; did you mean {suggestion}?",
    "zh-CN": "环境变量 {name} 不是设置项，已忽略；是否想写 {suggestion}？",
    "zh-TW": "環境變數 {name} 不是設定項目，已忽略；是否想寫 {suggestion}？",
  },
  "workspace.locked": {
    en: "another command is writing to this workspace: `{command}`, process {pid}, since {since}",
    "zh-CN": "另一条命令正在写入该工作区：`{command}`，进程 {pid}，开始于 {since}",
    "zh-TW": "另一個命令正在寫入該工作區：`{command}`，程序 {pid}，開始於 {since}",
  },
  "workspace.hint.locked-wait": {
    en: "wait until it has finished, then run this again, or let this command wait: --wait",
    "zh-CN": "等它结束后再运行一次，或加上 --wait 让本命令等待",
    "zh-TW": "等它結束後再執行一次，或加上 --wait 讓這個命令等待",
  },
  "workspace.hint.locked": {
    en: "wait until it has finished, then run this again",
    "zh-CN": "等它结束后再运行一次",
    "zh-TW": "等它結束後再執行一次",
  },
  "workspace.setting.bad-config": {
    en: "{file} cannot be changed safely: set {setting} to {value} by hand",
    "zh-CN": "无法安全地修改 {file}：请手工把 {setting} 设为 {value}",
    "zh-TW": "無法安全地修改 {file}：請手動把 {setting} 設為 {value}",
  },
} as const satisfies Record<string, Message>;
