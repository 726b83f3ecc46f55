import type { Message } from "../locale.js";

/** Ingest that goes on watching its sources. */
export const kbWatchMessages = {
  "kb.watch.option": {
    en: "go on: ingest again whenever a source changes, until Ctrl-C (exit code 130)",
    "zh-CN": "持续监视：知识源一有改动就重新导入，按 Ctrl-C 结束（退出码 130）",
    "zh-TW": "持續監看：知識來源一有變更就重新匯入，按 Ctrl-C 結束（結束碼 130）",
  },
  "kb.watch.option.poll": {
    en: "with --watch: look every so many seconds (1 without a number) instead of being told; for network drives",
    "zh-CN": "与 --watch 同用：每隔几秒检查一次（不写则为 1），不依赖系统通知；用于网络磁盘",
    "zh-TW": "與 --watch 併用：每隔幾秒檢查一次（不寫則為 1），不依賴系統通知；用於網路磁碟",
  },
  "kb.watch.bad-poll": {
    en: "It takes seconds from 0.1 to 3600.",
    "zh-CN": "应为 0.1 到 3600 之间的秒数。",
    "zh-TW": "應為 0.1 到 3600 之間的秒數。",
  },
  "kb.watch.not-with": {
    en: "--watch does not go with {option}",
    "zh-CN": "--watch 不能与 {option} 同用",
    "zh-TW": "--watch 不能與 {option} 併用",
  },
  "kb.watch.poll-alone": {
    en: "--poll says how --watch looks for changes: add --watch, or leave --poll out",
    "zh-CN": "--poll 指定 --watch 检查改动的方式：请加上 --watch，或去掉 --poll",
    "zh-TW": "--poll 指定 --watch 檢查變更的方式：請加上 --watch，或去掉 --poll",
  },
  "kb.watch.started": {
    en: "watching {paths}; Ctrl-C ends it",
    "zh-CN": "正在监视 {paths}；按 Ctrl-C 结束",
    "zh-TW": "正在監看 {paths}；按 Ctrl-C 結束",
  },
  "kb.watch.gone": {
    en: "no longer there: {paths}; waiting for it to come back",
    "zh-CN": "{paths} 已不存在；等待其恢复",
    "zh-TW": "{paths} 已不存在；等待其恢復",
  },
  "kb.watch.back": {
    en: "back again: {paths}",
    "zh-CN": "{paths} 已恢复，继续监视",
    "zh-TW": "{paths} 已恢復，繼續監看",
  },
  "kb.watch.ended": { en: "watch ended", "zh-CN": "已停止监视", "zh-TW": "已停止監看" },
  "kb.watch.kept": {
    en: "the last good state stays in use; waiting for the next change",
    "zh-CN": "继续使用上一次的正常状态；等待下一次改动",
    "zh-TW": "繼續使用上一次的正常狀態；等待下一次變更",
  },
  "kb.watch.again": {
    en: "another process is at it; trying again soon",
    "zh-CN": "另一个进程正在运行，稍后重试",
    "zh-TW": "另一個處理程序正在執行，稍後重試",
  },
  "kb.watch.line": {
    en: "{time}  +{added} ~{changed} -{removed} ={unchanged}  warnings: {warnings}  {seconds} s  {files}",
    "zh-CN":
      "{time}  新增 {added} 修改 {changed} 移除 {removed} 未变 {unchanged}  警告 {warnings}  {seconds} 秒  {files}",
    "zh-TW":
      "{time}  新增 {added} 修改 {changed} 移除 {removed} 未變 {unchanged}  警告 {warnings}  {seconds} 秒  {files}",
  },
  "kb.watch.failed": {
    en: "changes can no longer be followed: {reason}",
    "zh-CN": "无法继续监视：{reason}",
    "zh-TW": "無法繼續監看：{reason}",
  },
  "kb.watch.failed-hint": {
    en: "try --poll, which asks less of the system",
    "zh-CN": "可改用 --poll，对系统要求较低",
    "zh-TW": "可改用 --poll，對系統要求較低",
  },
} as const satisfies Record<string, Message>;
