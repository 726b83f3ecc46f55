import type { Message } from "./locale.js";

/** Messages of the shared floors: encoders. */
export const floorMessages = {
  "embed.static.broken": {
    en: "the embedded encoder's files do not fit together: {reason}",
    "zh-CN": "内置句向量模型的文件不一致：{reason}",
    "zh-TW": "內建句向量模型的檔案不一致：{reason}",
  },
  "embed.static.hint": {
    en: "install kefu again, or restore the folder models/bilingual-static",
    "zh-CN": "请重新安装 kefu，或恢复文件夹 models/bilingual-static",
    "zh-TW": "請重新安裝 kefu，或還原資料夾 models/bilingual-static",
  },
} as const satisfies Record<string, Message>;
