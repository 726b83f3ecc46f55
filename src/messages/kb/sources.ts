import type { Message } from "../locale.js";

/** Sources that are no plain files: web pages and archives. */
export const kbSourceMessages = {
  "kb.fetch.offline": {
    en: "this is a web address, and nothing may be fetched in this run: {address}",
    "zh-CN": "这是网址，而本次运行不允许联网抓取：{address}",
    "zh-TW": "這是網址，而這次執行不允許連線擷取：{address}",
  },
  "kb.fetch.gone": {
    en: "the server has no such page ({status}): {address}",
    "zh-CN": "服务器上没有此页面（{status}）：{address}",
    "zh-TW": "伺服器上沒有這個頁面（{status}）：{address}",
  },
  "kb.fetch.bad-address": {
    en: "not a web address: {address}",
    "zh-CN": "不是有效的网址：{address}",
    "zh-TW": "不是有效的網址：{address}",
  },
  "kb.fetch.bad-scheme": {
    en: "only http and https addresses can be fetched: {address}",
    "zh-CN": "只能抓取 http 和 https 网址：{address}",
    "zh-TW": "只能擷取 http 和 https 網址：{address}",
  },
  "kb.fetch.credentials": {
    en: "an address with a user name or password in it is not fetched: {address}",
    "zh-CN": "网址中带有用户名或密码，不予抓取：{address}",
    "zh-TW": "網址中帶有使用者名稱或密碼，不予擷取：{address}",
  },
  "kb.fetch.odd-host": {
    en: "the host is written in a way that hides what it is ({host}); write it plainly: {address}",
    "zh-CN": "主机名的写法掩盖了真实地址（{host}），请直接写明：{address}",
    "zh-TW": "主機名稱的寫法掩蓋了真實位址（{host}），請直接寫明：{address}",
  },
  "kb.fetch.forbidden": {
    en: "refused: leads to {ip}, a link-local, metadata, multicast or reserved address: {address}",
    "zh-CN": "已拒绝：指向 {ip}，属于链路本地、元数据、组播或保留地址：{address}",
    "zh-TW": "已拒絕：指向 {ip}，屬於鏈路本地、中繼資料、群播或保留位址：{address}",
  },
  "kb.fetch.private": {
    en: "refused: leads to {ip}, inside a private network or this machine: {address}",
    "zh-CN": "已拒绝：指向 {ip}，位于内网或本机：{address}",
    "zh-TW": "已拒絕：指向 {ip}，位於內部網路或本機：{address}",
  },
  "kb.fetch.private-hint": {
    en: "if it is yours to read, add --allow-private",
    "zh-CN": "如确属自己的网络，请加上 --allow-private",
    "zh-TW": "如確屬自己的網路，請加上 --allow-private",
  },
  "kb.fetch.no-host": {
    en: "the host name cannot be found ({host}): {address}",
    "zh-CN": "找不到主机（{host}）：{address}",
    "zh-TW": "找不到主機（{host}）：{address}",
  },
  "kb.fetch.unreachable": {
    en: "no connection ({reason}): {address}",
    "zh-CN": "无法连接（{reason}）：{address}",
    "zh-TW": "無法連線（{reason}）：{address}",
  },
  "kb.fetch.tls": {
    en: "the server's certificate does not hold ({reason}): {address}",
    "zh-CN": "服务器证书无效（{reason}）：{address}",
    "zh-TW": "伺服器憑證無效（{reason}）：{address}",
  },
  "kb.fetch.broken": {
    en: "the response is damaged or ends early ({reason}): {address}",
    "zh-CN": "响应已损坏或提前中断（{reason}）：{address}",
    "zh-TW": "回應已損壞或提前中斷（{reason}）：{address}",
  },
  "kb.fetch.timeout": {
    en: "not done after {seconds} s: {address}",
    "zh-CN": "超过 {seconds} 秒仍未完成：{address}",
    "zh-TW": "超過 {seconds} 秒仍未完成：{address}",
  },
  "kb.fetch.idle": {
    en: "nothing came for {seconds} s: {address}",
    "zh-CN": "连续 {seconds} 秒没有收到数据：{address}",
    "zh-TW": "連續 {seconds} 秒沒有收到資料：{address}",
  },
  "kb.fetch.too-big": {
    en: "larger than {limit} MB: {address}",
    "zh-CN": "超过 {limit} MB：{address}",
    "zh-TW": "超過 {limit} MB：{address}",
  },
  "kb.fetch.limit-hint": {
    en: "the limits stand in kefu.yaml: kb.fetch.max_bytes, kb.fetch.timeout_seconds",
    "zh-CN": "可在 kefu.yaml 中调整上限：kb.fetch.max_bytes、kb.fetch.timeout_seconds",
    "zh-TW": "可在 kefu.yaml 中調整上限：kb.fetch.max_bytes、kb.fetch.timeout_seconds",
  },
  "kb.fetch.redirects": {
    en: "more than {limit} redirects: {address}",
    "zh-CN": "重定向超过 {limit} 次：{address}",
    "zh-TW": "重新導向超過 {limit} 次：{address}",
  },
  "kb.fetch.downgrade": {
    en: "redirects from https to http ({to}), which anyone on the way could change: {address}",
    "zh-CN": "从 https 重定向到 http（{to}），内容可能在途中被篡改：{address}",
    "zh-TW": "從 https 重新導向到 http（{to}），內容可能在途中遭竄改：{address}",
  },
  "kb.fetch.elsewhere": {
    en: "redirects out of the pages that this crawl may visit ({to}): {address}",
    "zh-CN": "重定向到本次爬取范围之外（{to}）：{address}",
    "zh-TW": "重新導向到這次爬取範圍之外（{to}）：{address}",
  },
  "kb.fetch.status": {
    en: "the server answers {status}: {address}",
    "zh-CN": "服务器返回 {status}：{address}",
    "zh-TW": "伺服器傳回 {status}：{address}",
  },
  "kb.fetch.type": {
    en: "this is {type}, which holds no text to read: {address}",
    "zh-CN": "内容类型是 {type}，其中没有可读取的文本：{address}",
    "zh-TW": "內容類型是 {type}，其中沒有可讀取的文字：{address}",
  },
  "kb.fetch.encoding": {
    en: "packed in a way that was not asked for ({encoding}): {address}",
    "zh-CN": "服务器使用了未请求的压缩方式（{encoding}）：{address}",
    "zh-TW": "伺服器使用了未請求的壓縮方式（{encoding}）：{address}",
  },
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
  "kb.crawl.bad-sitemap": {
    en: "no sitemap ({reason}): {address}",
    "zh-CN": "不是有效的站点地图（{reason}）：{address}",
    "zh-TW": "不是有效的網站地圖（{reason}）：{address}",
  },
  "kb.crawl.empty-sitemap": {
    en: "the sitemap {address} lists no pages that may be read below {scope}",
    "zh-CN": "站点地图 {address} 中没有位于 {scope} 之下且允许读取的页面",
    "zh-TW": "網站地圖 {address} 中沒有位於 {scope} 之下且允許讀取的頁面",
  },
  "kb.crawl.disallowed": {
    en: "the site's robots.txt does not let crawlers read {address}",
    "zh-CN": "网站的 robots.txt 不允许爬取 {address}",
    "zh-TW": "網站的 robots.txt 不允許爬取 {address}",
  },
  "kb.crawl.disallowed-hint": {
    en: "a single page that you name without --crawl or --sitemap is read like in a browser",
    "zh-CN": "不加 --crawl 或 --sitemap 单独指定页面，则与浏览器访问相同",
    "zh-TW": "不加 --crawl 或 --sitemap 單獨指定頁面，則與瀏覽器造訪相同",
  },
  "kb.crawl.barred": {
    en: "pages that robots.txt asks crawlers to leave alone, not read: {count}",
    "zh-CN": "robots.txt 不允许爬取、未读取的页面数：{count}",
    "zh-TW": "robots.txt 不允許爬取、未讀取的頁面數：{count}",
  },
  "kb.crawl.limited": {
    en: "pages read: {limit} of {found}; --max-pages or kb.fetch.max_pages lets more through",
    "zh-CN": "只读取 {found} 个页面中的 {limit} 个；可用 --max-pages 或 kb.fetch.max_pages 调高",
    "zh-TW": "只讀取 {found} 個頁面中的 {limit} 個；可用 --max-pages 或 kb.fetch.max_pages 調高",
  },
  "kb.crawl.gone": {
    en: "the server has no such page ({status}); what is known of it is taken out",
    "zh-CN": "服务器上没有此页面（{status}），其已有知识点将被移除",
    "zh-TW": "伺服器上沒有這個頁面（{status}），其已有知識點將被移除",
  },
  "kb.crawl.dead-link": {
    en: "a link leads here, and the server has no such page ({status}); nothing is lost",
    "zh-CN": "有链接指向此处，但服务器上没有此页面（{status}）；不影响已有知识点",
    "zh-TW": "有連結指向此處，但伺服器上沒有這個頁面（{status}）；不影響已有知識點",
  },
  "kb.crawl.no-longer": {
    en: "no longer linked or listed; its entries are taken out",
    "zh-CN": "已不再被链接或列出，其知识点将被移除",
    "zh-TW": "已不再被連結或列出，其知識點將被移除",
  },
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
