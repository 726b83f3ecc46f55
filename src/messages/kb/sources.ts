import type { Message } from "../locale.js";

/** Where knowledge comes from: the names of sources on the command line and in kefu.yaml. */
export const kbSourceMessages = {
  "kb.sources.not-fetched": {
    en: "web addresses not fetched, what is known of them stays: {count}; add --online",
    "zh-CN": "未抓取的网址数：{count}，已有内容保持不变；需要更新请加上 --online",
    "zh-TW": "未擷取的網址數：{count}，已有內容保持不變；需要更新請加上 --online",
  },
  "kb.sources.broken-link": {
    en: "left out: a link that leads nowhere",
    "zh-CN": "略过：链接已失效",
    "zh-TW": "略過：連結已失效",
  },
  "kb.sources.link-loop": {
    en: "left out: a link that leads back to a folder above it",
    "zh-CN": "略过：链接又指回上层文件夹",
    "zh-TW": "略過：連結又指回上層資料夾",
  },
  "kb.sources.unreadable": {
    en: "left out: cannot be read ({reason})",
    "zh-CN": "略过：无法读取（{reason}）",
    "zh-TW": "略過：無法讀取（{reason}）",
  },
  "kb.sources.special": {
    en: "left out: a pipe, socket or device",
    "zh-CN": "略过：管道、套接字或设备文件",
    "zh-TW": "略過：管線、通訊端或裝置檔案",
  },
  "kb.sources.option.online": {
    en: "fetch the web addresses of kefu.yaml and of earlier runs, too",
    "zh-CN": "同时抓取 kefu.yaml 和以前运行中的网址",
    "zh-TW": "同時擷取 kefu.yaml 和先前執行中的網址",
  },
  "kb.sources.option.crawl": {
    en: "of an address: the pages that it links to below its folder, too",
    "zh-CN": "对网址：一并读取该页面链接的、位于其目录之下的页面",
    "zh-TW": "對網址：一併讀取該頁面連結的、位於其目錄之下的頁面",
  },
  "kb.sources.option.sitemap": {
    en: "of an address: the pages that its sitemap lists",
    "zh-CN": "对网址：读取其站点地图列出的页面",
    "zh-TW": "對網址：讀取其網站地圖列出的頁面",
  },
  "kb.sources.option.max-pages": {
    en: "pages of a crawl or sitemap at the most (default: kb.fetch.max_pages, 100)",
    "zh-CN": "一次爬取或站点地图最多读取的页面数（默认：kb.fetch.max_pages，即 100）",
    "zh-TW": "一次爬取或網站地圖最多讀取的頁面數（預設：kb.fetch.max_pages，即 100）",
  },
  "kb.sources.option.allow-private": {
    en: "fetch from private networks and this machine, too; link-local and metadata addresses never",
    "zh-CN": "允许抓取内网和本机地址；链路本地和元数据地址始终拒绝",
    "zh-TW": "允許擷取內部網路和本機位址；鏈路本地和中繼資料位址一律拒絕",
  },
  "kb.sources.crawl-or-sitemap": {
    en: "--crawl and --sitemap exclude each other",
    "zh-CN": "--crawl 与 --sitemap 不能同时使用",
    "zh-TW": "--crawl 與 --sitemap 不能同時使用",
  },
  "kb.sources.nothing-to-crawl": {
    en: "--crawl and --sitemap are for web addresses, and none is named",
    "zh-CN": "--crawl 和 --sitemap 只用于网址，而命令中没有指定网址",
    "zh-TW": "--crawl 和 --sitemap 只用於網址，而命令中沒有指定網址",
  },
  "kb.sources.nothing-hint": {
    en: "name one (kefu kb ingest https://… --crawl), or add --online for those of kefu.yaml",
    "zh-CN": "请指定网址（kefu kb ingest https://… --crawl），或用 --online 抓取 kefu.yaml 中的网址",
    "zh-TW": "請指定網址（kefu kb ingest https://… --crawl），或用 --online 擷取 kefu.yaml 中的網址",
  },
} as const satisfies Record<string, Message>;
