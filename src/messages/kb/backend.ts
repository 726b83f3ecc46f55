import type { Message } from "../locale.js";

/** An index on a PostgreSQL server. */
export const kbBackendMessages = {
  "kb.backend.no-address": {
    en: "index.backend is pgvector, and the environment names no server",
    "zh-CN": "index.backend 为 pgvector，但环境变量没有指明服务器",
    "zh-TW": "index.backend 為 pgvector，但環境變數沒有指明伺服器",
  },
  "kb.backend.bad-address": {
    en: "KEFU_PG_URL is no address of a PostgreSQL server (it is not repeated here, because it may hold a password)",
    "zh-CN": "KEFU_PG_URL 不是 PostgreSQL 服务器的地址（其中可能含有密码，此处不重复）",
    "zh-TW": "KEFU_PG_URL 不是 PostgreSQL 伺服器的位址（其中可能含有密碼，此處不重複）",
  },
  "kb.backend.unreachable": {
    en: "the PostgreSQL server {server} cannot be reached: {reason}",
    "zh-CN": "无法连接 PostgreSQL 服务器 {server}（{reason}）",
    "zh-TW": "無法連線 PostgreSQL 伺服器 {server}（{reason}）",
  },
  "kb.backend.login": {
    en: "the PostgreSQL server {server} refuses user “{user}”: {reason}",
    "zh-CN": "PostgreSQL 服务器 {server} 拒绝用户“{user}”登录（{reason}）",
    "zh-TW": "PostgreSQL 伺服器 {server} 拒絕使用者「{user}」登入（{reason}）",
  },
  "kb.backend.no-database": {
    en: "there is no database “{database}” on the PostgreSQL server {server}",
    "zh-CN": "PostgreSQL 服务器 {server} 上没有数据库“{database}”",
    "zh-TW": "PostgreSQL 伺服器 {server} 上沒有資料庫「{database}」",
  },
  "kb.backend.no-extension": {
    en: "the database {server} lacks the extension vector, and user “{user}” may not create it",
    "zh-CN": "数据库 {server} 没有 vector 扩展，用户“{user}”也无权创建",
    "zh-TW": "資料庫 {server} 沒有 vector 擴充，使用者「{user}」也無權建立",
  },
  "kb.backend.extension-missing": {
    en: "pgvector is not installed on the PostgreSQL server {server}: {reason}",
    "zh-CN": "PostgreSQL 服务器 {server} 未安装 pgvector（{reason}）",
    "zh-TW": "PostgreSQL 伺服器 {server} 未安裝 pgvector（{reason}）",
  },
  "kb.backend.not-allowed": {
    en: "user “{user}” may not do this on {server}: {reason}",
    "zh-CN": "用户“{user}”在 {server} 上没有权限（{reason}）",
    "zh-TW": "使用者「{user}」在 {server} 上沒有權限（{reason}）",
  },
  "kb.backend.timeout": {
    en: "the PostgreSQL server {server} took longer than {seconds} seconds, or the statement was stopped there: {reason}",
    "zh-CN": "PostgreSQL 服务器 {server} 用时超过 {seconds} 秒，或语句在服务器端被终止（{reason}）",
    "zh-TW": "PostgreSQL 伺服器 {server} 用時超過 {seconds} 秒，或敘述在伺服器端被終止（{reason}）",
  },
  "kb.backend.full": {
    en: "the PostgreSQL server {server} has no space or memory left: {reason}; what was published before is unchanged",
    "zh-CN": "PostgreSQL 服务器 {server} 磁盘或内存不足（{reason}）；之前发布的内容不变",
    "zh-TW": "PostgreSQL 伺服器 {server} 磁碟或記憶體不足（{reason}）；先前發布的內容不變",
  },
  "kb.backend.too-many": {
    en: "the PostgreSQL server {server} takes no more connections: {reason}",
    "zh-CN": "PostgreSQL 服务器 {server} 的连接数已满（{reason}）",
    "zh-TW": "PostgreSQL 伺服器 {server} 的連線數已滿（{reason}）",
  },
  "kb.backend.read-only": {
    en: "the PostgreSQL server {server} takes no changes: {reason}",
    "zh-CN": "PostgreSQL 服务器 {server} 不接受写入（{reason}）",
    "zh-TW": "PostgreSQL 伺服器 {server} 不接受寫入（{reason}）",
  },
  "kb.backend.not-published": {
    en: "nothing has been published in schema “{schema}” of {server} yet",
    "zh-CN": "{server} 的模式“{schema}”中尚未发布任何内容",
    "zh-TW": "{server} 的結構描述「{schema}」中尚未發布任何內容",
  },
  "kb.backend.failed": {
    en: "the PostgreSQL server {server} answers with an error: {reason} (code {code})",
    "zh-CN": "PostgreSQL 服务器 {server} 返回错误：{reason}（代码 {code}）",
    "zh-TW": "PostgreSQL 伺服器 {server} 傳回錯誤：{reason}（代碼 {code}）",
  },
  "kb.backend.damaged": {
    en: "what schema “{schema}” of {server} holds does not fit together",
    "zh-CN": "{server} 的模式“{schema}”中的数据不一致",
    "zh-TW": "{server} 的結構描述「{schema}」中的資料不一致",
  },
  "kb.backend.older": {
    en: "schema “{schema}” of {server} was published by an older version (format {found}, this program reads {wanted})",
    "zh-CN": "{server} 的模式“{schema}”由旧版本发布（格式 {found}，本程序支持 {wanted}）",
    "zh-TW": "{server} 的結構描述「{schema}」由舊版本發布（格式 {found}，本程式支援 {wanted}）",
  },
  "kb.backend.newer": {
    en: "schema “{schema}” of {server} was published by a newer version (format {found}, this program knows {wanted})",
    "zh-CN": "{server} 的模式“{schema}”由更新的版本发布（格式 {found}，本程序支持 {wanted}）",
    "zh-TW": "{server} 的結構描述「{schema}」由更新的版本發布（格式 {found}，本程式支援 {wanted}）",
  },
  "kb.backend.other-name": {
    en: "schema “{schema}” of {server} holds the knowledge base “{found}”, and this workspace is “{wanted}”",
    "zh-CN": "{server} 的模式“{schema}”存放的是知识库“{found}”，而本工作区是“{wanted}”",
    "zh-TW": "{server} 的結構描述「{schema}」存放的是知識庫「{found}」，而本工作區是「{wanted}」",
  },
  "kb.backend.other-publisher": {
    en: "another process is publishing to schema “{schema}” of {server}",
    "zh-CN": "另一个进程正在向 {server} 的模式“{schema}”发布",
    "zh-TW": "另一個處理程序正在向 {server} 的結構描述「{schema}」發布",
  },
  "kb.backend.other-embedder": {
    en: "schema “{schema}” of {server} was published with encoder {found}, and this workspace uses {wanted}",
    "zh-CN": "{server} 的模式“{schema}”由编码器 {found} 发布，而本工作区使用 {wanted}",
    "zh-TW": "{server} 的結構描述「{schema}」由編碼器 {found} 發布，而本工作區使用 {wanted}",
  },
  "kb.backend.other-tokeniser": {
    en: "schema “{schema}” of {server} was published with tokeniser {found}, and this program has {wanted}",
    "zh-CN": "{server} 的模式“{schema}”由分词器 {found} 发布，而本程序使用 {wanted}",
    "zh-TW": "{server} 的結構描述「{schema}」由斷詞器 {found} 發布，而本程式使用 {wanted}",
  },
  "kb.backend.hint.address": {
    en: "set KEFU_PG_URL=postgres://user:password@host:5432/database (or PGHOST, PGUSER, PGPASSWORD, PGDATABASE), or index.backend: local in kefu.yaml",
    "zh-CN":
      "设置 KEFU_PG_URL=postgres://用户:密码@主机:5432/数据库（或 PGHOST、PGUSER、PGPASSWORD、PGDATABASE），或在 kefu.yaml 中改为 index.backend: local",
    "zh-TW":
      "設定 KEFU_PG_URL=postgres://使用者:密碼@主機:5432/資料庫（或 PGHOST、PGUSER、PGPASSWORD、PGDATABASE），或在 kefu.yaml 中改為 index.backend: local",
  },
  "kb.backend.hint.reach": {
    en: "see that the server runs and that KEFU_PG_URL (or PGHOST, PGPORT) is right, then run the command again; nothing was changed",
    "zh-CN": "请确认服务器正在运行、KEFU_PG_URL（或 PGHOST、PGPORT）无误，然后重新运行命令；未做任何改动",
    "zh-TW": "請確認伺服器正在執行、KEFU_PG_URL（或 PGHOST、PGPORT）無誤，然後重新執行命令；未做任何變更",
  },
  "kb.backend.hint.login": {
    en: "check user and password in KEFU_PG_URL (or PGUSER, PGPASSWORD)",
    "zh-CN": "请检查 KEFU_PG_URL（或 PGUSER、PGPASSWORD）中的用户和密码",
    "zh-TW": "請檢查 KEFU_PG_URL（或 PGUSER、PGPASSWORD）中的使用者和密碼",
  },
  "kb.backend.hint.database": {
    en: 'make it with: CREATE DATABASE "{database}"; or name another one in KEFU_PG_URL (or PGDATABASE)',
    "zh-CN": '用 CREATE DATABASE "{database}"; 创建，或在 KEFU_PG_URL（或 PGDATABASE）中指定其他数据库',
    "zh-TW": '用 CREATE DATABASE "{database}"; 建立，或在 KEFU_PG_URL（或 PGDATABASE）中指定其他資料庫',
  },
  "kb.backend.hint.extension": {
    en: "let an administrator run, once, in the database {database}: CREATE EXTENSION vector;",
    "zh-CN": "请管理员在数据库 {database} 中执行一次：CREATE EXTENSION vector;",
    "zh-TW": "請管理員在資料庫 {database} 中執行一次：CREATE EXTENSION vector;",
  },
  "kb.backend.hint.extension-missing": {
    en: "install the package of pgvector for the server's version (on Debian postgresql-17-pgvector for PostgreSQL 17), then run: CREATE EXTENSION vector;",
    "zh-CN":
      "请按服务器版本安装 pgvector 软件包（Debian 上 PostgreSQL 17 为 postgresql-17-pgvector），再执行：CREATE EXTENSION vector;",
    "zh-TW":
      "請依伺服器版本安裝 pgvector 套件（Debian 上 PostgreSQL 17 為 postgresql-17-pgvector），再執行：CREATE EXTENSION vector;",
  },
  "kb.backend.hint.allow": {
    en: 'let an administrator run: GRANT CREATE ON DATABASE "{database}" TO "{user}"; for a user that only searches: GRANT USAGE ON SCHEMA "{schema}" TO "{user}"; GRANT SELECT ON ALL TABLES IN SCHEMA "{schema}" TO "{user}";',
    "zh-CN":
      '请管理员执行：GRANT CREATE ON DATABASE "{database}" TO "{user}"; 只搜索的用户则执行：GRANT USAGE ON SCHEMA "{schema}" TO "{user}"; GRANT SELECT ON ALL TABLES IN SCHEMA "{schema}" TO "{user}";',
    "zh-TW":
      '請管理員執行：GRANT CREATE ON DATABASE "{database}" TO "{user}"; 只搜尋的使用者則執行：GRANT USAGE ON SCHEMA "{schema}" TO "{user}"; GRANT SELECT ON ALL TABLES IN SCHEMA "{schema}" TO "{user}";',
  },
  "kb.backend.hint.timeout": {
    en: "run the command again; when it happens often, set index.pgvector.timeout_seconds higher, or index.pgvector.index: hnsw",
    "zh-CN": "请重新运行命令；若经常发生，可调高 index.pgvector.timeout_seconds，或设置 index.pgvector.index: hnsw",
    "zh-TW": "請重新執行命令；若經常發生，可調高 index.pgvector.timeout_seconds，或設定 index.pgvector.index: hnsw",
  },
  "kb.backend.hint.full": {
    en: "make room on the server, then run kefu kb ingest again",
    "zh-CN": "请在服务器上腾出空间，再运行 kefu kb ingest",
    "zh-TW": "請在伺服器上騰出空間，再執行 kefu kb ingest",
  },
  "kb.backend.hint.too-many": {
    en: "try again later, or raise max_connections on the server; each kefu process uses one connection",
    "zh-CN": "请稍后再试，或调高服务器的 max_connections；每个 kefu 进程使用一个连接",
    "zh-TW": "請稍後再試，或調高伺服器的 max_connections；每個 kefu 處理程序使用一個連線",
  },
  "kb.backend.hint.read-only": {
    en: "ingest with a KEFU_PG_URL that names the primary server; a read-only copy is enough to search",
    "zh-CN": "导入时请让 KEFU_PG_URL 指向主服务器；只读副本仅可用于搜索",
    "zh-TW": "匯入時請讓 KEFU_PG_URL 指向主伺服器；唯讀副本僅可用於搜尋",
  },
  "kb.backend.hint.publish": {
    en: "run kefu kb ingest in the workspace that has the sources, with the same server and schema",
    "zh-CN": "请在存有来源文件的工作区运行 kefu kb ingest，使用相同的服务器和模式",
    "zh-TW": "請在存有來源檔案的工作區執行 kefu kb ingest，使用相同的伺服器和結構描述",
  },
  "kb.backend.hint.failed": {
    en: "see the server's log; KEFU_DEBUG=1 shows where it happened",
    "zh-CN": "请查看服务器日志；设置 KEFU_DEBUG=1 可查看出错位置",
    "zh-TW": "請檢視伺服器記錄；設定 KEFU_DEBUG=1 可檢視出錯位置",
  },
  "kb.backend.hint.damaged": {
    en: 'drop it and publish again: DROP SCHEMA "{schema}" CASCADE; then kefu kb ingest',
    "zh-CN": '请删除后重新发布：DROP SCHEMA "{schema}" CASCADE; 然后运行 kefu kb ingest',
    "zh-TW": '請刪除後重新發布：DROP SCHEMA "{schema}" CASCADE; 然後執行 kefu kb ingest',
  },
  "kb.backend.hint.update": {
    en: "use the version of kefu that published it, or a newer one",
    "zh-CN": "请使用发布它的 kefu 版本或更新的版本",
    "zh-TW": "請使用發布它的 kefu 版本或更新的版本",
  },
  "kb.backend.hint.other-name": {
    en: 'give each workspace a schema of its own (index.pgvector.schema in kefu.yaml); if the workspace was only renamed, run: DROP SCHEMA "{schema}" CASCADE; and ingest again',
    "zh-CN":
      '请为每个工作区设置各自的模式（kefu.yaml 的 index.pgvector.schema）；若只是改了名称，执行 DROP SCHEMA "{schema}" CASCADE; 后重新导入',
    "zh-TW":
      '請為每個工作區設定各自的結構描述（kefu.yaml 的 index.pgvector.schema）；若只是改了名稱，執行 DROP SCHEMA "{schema}" CASCADE; 後重新匯入',
  },
  "kb.backend.hint.other-publisher": {
    en: "run kefu kb ingest again when it is done; the local index is up to date",
    "zh-CN": "请等它结束后再运行 kefu kb ingest；本地索引已是最新",
    "zh-TW": "請等它結束後再執行 kefu kb ingest；本機索引已是最新",
  },
  "kb.backend.publishing": { en: "publishing", "zh-CN": "发布", "zh-TW": "發布" },
  "kb.backend.published": {
    en: "published to schema “{schema}” of {server}: {added} added, {changed} changed, {removed} removed (generation {generation}, {seconds} s)",
    "zh-CN":
      "已发布到 {server} 的模式“{schema}”：新增 {added}，更改 {changed}，移除 {removed}（第 {generation} 代，{seconds} 秒）",
    "zh-TW":
      "已發布到 {server} 的結構描述「{schema}」：新增 {added}，變更 {changed}，移除 {removed}（第 {generation} 代，{seconds} 秒）",
  },
  "kb.backend.up-to-date": {
    en: "schema “{schema}” of {server} is up to date (generation {generation})",
    "zh-CN": "{server} 的模式“{schema}”已是最新（第 {generation} 代）",
    "zh-TW": "{server} 的結構描述「{schema}」已是最新（第 {generation} 代）",
  },
  "kb.backend.doctor": {
    en: "{server}, schema “{schema}”: {entries} entries, {questions} questions, generation {generation}",
    "zh-CN": "{server}，模式“{schema}”：知识点 {entries}，问题 {questions}，第 {generation} 代",
    "zh-TW": "{server}，結構描述「{schema}」：知識點 {entries}，問題 {questions}，第 {generation} 代",
  },
} as const satisfies Record<string, Message>;
