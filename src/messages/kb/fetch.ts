import type { Message } from "../locale.js";

/** Pages of the web: fetching one, crawling many. */
export const kbFetchMessages = {
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
} as const satisfies Record<string, Message>;
