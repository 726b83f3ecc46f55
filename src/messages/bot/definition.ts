import type { Message } from "../locale.js";

/** Flow files and what the bot says by itself. */
export const botDefinitionMessages = {
  "bot.yaml.too-long": {
    en: "the file is longer than {limit} characters",
    "zh-CN": "文件超过 {limit} 个字符",
    "zh-TW": "檔案超過 {limit} 個字元",
  },
  "bot.yaml.syntax": {
    en: "not valid YAML: {reason}",
    "zh-CN": "不是有效的 YAML（{reason}）",
    "zh-TW": "不是有效的 YAML（{reason}）",
  },
  "bot.config.unknown-key": { en: "unknown key: {key}", "zh-CN": "未知的键：{key}", "zh-TW": "未知的鍵：{key}" },
  "bot.config.unknown-key-meant": {
    en: "unknown key: {key}; did you mean {meant}?",
    "zh-CN": "未知的键：{key}；是否想写 {meant}？",
    "zh-TW": "未知的鍵：{key}；是否想寫 {meant}？",
  },
  "bot.config.missing": {
    en: "{name} is missing (expected: {expected})",
    "zh-CN": "缺少 {name}（应为 {expected}）",
    "zh-TW": "缺少 {name}（應為 {expected}）",
  },
  "bot.config.type": {
    en: "{name} must be: {expected}",
    "zh-CN": "{name} 应为 {expected}",
    "zh-TW": "{name} 應為 {expected}",
  },
  "bot.config.value": {
    en: "{name} must be one of: {allowed}",
    "zh-CN": "{name} 只能是：{allowed}",
    "zh-TW": "{name} 只能是：{allowed}",
  },
  "bot.config.invalid": {
    en: "{name} is not valid: {reason}",
    "zh-CN": "{name} 无效：{reason}",
    "zh-TW": "{name} 無效：{reason}",
  },
  "bot.text.empty": {
    en: "{name} has no text in any language",
    "zh-CN": "{name} 没有任何语言的文字",
    "zh-TW": "{name} 沒有任何語言的文字",
  },
  "bot.flow.start": {
    en: "{name}: a flow needs intents, emotions or both to start it",
    "zh-CN": "{name}：流程需要 intents 或 emotions（可兼有）才能启动",
    "zh-TW": "{name}：流程需要 intents 或 emotions（可兼有）才能啟動",
  },
  "bot.slot.role": {
    en: "{name}: a role needs the entity whose role it is",
    "zh-CN": "{name}：写了 role 就要写 entity，角色是实体的角色",
    "zh-TW": "{name}：寫了 role 就要寫 entity，角色是實體的角色",
  },
  "bot.step.kind": {
    en: "{name} must hold exactly one of: {kinds}",
    "zh-CN": "{name} 必须且只能包含其中之一：{kinds}",
    "zh-TW": "{name} 必須且只能包含其中之一：{kinds}",
  },
  "bot.step.extra": {
    en: "{extra} does not belong to a step of kind {kind}",
    "zh-CN": "{kind} 步骤不能带 {extra}",
    "zh-TW": "{kind} 步驟不能帶 {extra}",
  },
  "bot.step.cases": {
    en: "{name}: switch needs cases",
    "zh-CN": "{name}：switch 需要 cases",
    "zh-TW": "{name}：switch 需要 cases",
  },
  "bot.definition.invalid": {
    en: "the bot's flows are not valid; mistakes: {n}",
    "zh-CN": "机器人流程无效，错误数：{n}",
    "zh-TW": "機器人流程無效，錯誤數：{n}",
  },
  "bot.definition.hint": {
    en: "mend the lines named above, then run this again",
    "zh-CN": "请修改上面指出的行，再运行一次",
    "zh-TW": "請修改上面指出的行，再執行一次",
  },
  "bot.definition.no-files": {
    en: "no flows or tests at {path}, which kefu.yaml names",
    "zh-CN": "kefu.yaml 中写的 {path} 不存在",
    "zh-TW": "kefu.yaml 中寫的 {path} 不存在",
  },
  "bot.definition.stale-model": {
    en: "the trained model does not know the intent {name}; run `kefu nlu train` again",
    "zh-CN": "已训练的模型不认识意图 {name}；请重新运行 `kefu nlu train`",
    "zh-TW": "已訓練的模型不認識意圖 {name}；請重新執行 `kefu nlu train`",
  },
  "bot.ref.flow-twice": {
    en: "flow {name} is defined twice (first: {file}:{line})",
    "zh-CN": "流程 {name} 重复定义（首次：{file}:{line}）",
    "zh-TW": "流程 {name} 重複定義（首次：{file}:{line}）",
  },
  "bot.ref.intent-twice": {
    en: "intent {name} has a flow or reply already ({file}:{line})",
    "zh-CN": "意图 {name} 已有流程或回复（{file}:{line}）",
    "zh-TW": "意圖 {name} 已有流程或回覆（{file}:{line}）",
  },
  "bot.ref.intent": {
    en: "there is no intent {name} in the training data",
    "zh-CN": "训练语料中没有意图 {name}",
    "zh-TW": "訓練語料中沒有意圖 {name}",
  },
  "bot.ref.reply": {
    en: "a reply to the intent {name}, which the training data does not have",
    "zh-CN": "为意图 {name} 写了回复，但训练语料中没有它",
    "zh-TW": "為意圖 {name} 寫了回覆，但訓練語料中沒有它",
  },
  "bot.ref.entity": { en: "there is no entity {name}", "zh-CN": "没有实体 {name}", "zh-TW": "沒有實體 {name}" },
  "bot.ref.role": {
    en: "no example marks {entity} with the role {name}",
    "zh-CN": "没有例句把 {entity} 标为角色 {name}",
    "zh-TW": "沒有例句把 {entity} 標為角色 {name}",
  },
  "bot.ref.slot": {
    en: "the flow has no slot {name}",
    "zh-CN": "流程中没有槽位 {name}",
    "zh-TW": "流程中沒有槽位 {name}",
  },
  "bot.ref.action": {
    en: "kefu.yaml has no action {name} (actions.calls)",
    "zh-CN": "kefu.yaml 中没有动作 {name}（actions.calls）",
    "zh-TW": "kefu.yaml 中沒有動作 {name}（actions.calls）",
  },
  "bot.ref.value": {
    en: "{name} is neither a slot nor saved by a call",
    "zh-CN": "{name} 既不是槽位，也没有被任何 call 保存",
    "zh-TW": "{name} 既不是槽位，也沒有被任何 call 儲存",
  },
  "bot.ref.meant": { en: "did you mean {meant}?", "zh-CN": "是否想写 {meant}？", "zh-TW": "是否想寫 {meant}？" },
  "bot.ref.slot-unused": {
    en: "slot {name} is never collected",
    "zh-CN": "槽位 {name} 从未被收集",
    "zh-TW": "槽位 {name} 從未被收集",
  },
  "bot.text.fallback": {
    en: 'Sorry, I am not sure about that. Please say it in other words, or reply "agent" to reach a person.',
    "zh-CN": "抱歉，这个问题我还不太确定。您可以换个说法，或回复“人工”转接客服。",
    "zh-TW": "抱歉，這個問題我還不太確定。您可以換個說法，或回覆「人工」轉接客服。",
  },
  "bot.text.clarify": {
    en: "Which of these do you mean? Reply with its number.",
    "zh-CN": "您想问的是哪一个？回复序号即可。",
    "zh-TW": "您想問的是哪一個？回覆序號即可。",
  },
  "bot.text.handover": {
    en: "I am passing you to a colleague, who will see our conversation. One moment, please.",
    "zh-CN": "我为您转接人工客服，前面的对话会一并转过去，请稍候。",
    "zh-TW": "我為您轉接專人，先前的對話會一併轉過去，請稍候。",
  },
  "bot.text.waiting": {
    en: "A colleague will be with you shortly.",
    "zh-CN": "已为您转接人工，请稍候。",
    "zh-TW": "已為您轉接專人，請稍候。",
  },
  "bot.phrases.human": {
    en: "agent|human|operator|representative|talk to a human|talk to a person|real person|human agent",
    "zh-CN": "人工|转人工|人工客服|人工服务|转人工客服|真人|真人客服|接人工",
    "zh-TW": "專人|轉專人|真人|轉真人|真人客服|專人服務|轉人工|客服人員",
  },
  "bot.actions.no-base": {
    en: "kefu.yaml has actions.calls but no actions.base_url",
    "zh-CN": "kefu.yaml 写了 actions.calls，但没有 actions.base_url",
    "zh-TW": "kefu.yaml 寫了 actions.calls，但沒有 actions.base_url",
  },
} as const satisfies Record<string, Message>;
