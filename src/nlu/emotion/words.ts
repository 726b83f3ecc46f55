/**
 * Words that tell of feelings, by what they tell; written for this, by hand, in the form that `normalise` gives, so that no start of
 * the program has to fold them. They are features that training weighs, not rules: what a group means in the end is learnt.
 */
export const EMOTION_WORDS = {
  praise: `
    好吃 美味 正宗 新鲜 可口 满意 喜欢 喜爱 热情 耐心 细心 贴心 周到 专业 敬业 靠谱 给力 方便 快捷 高效 实惠 划算 值得
    超值 完美 优秀 出色 漂亮 好看 舒服 舒适 干净 整洁 安静 暖心 温暖 感动 推荐 回购 好评 点赞 赞 棒 良心 放心 省心
    友好 亲切 和气 礼貌 惊喜 流畅 顺利 清楚 准时 及时 神速 超快 很快 真快 挺快 蛮快 好快 好用 实用 耐用 厚实 柔软 好喝
    香 鲜 大推 正到爆 抵食 靓 好正 好叻 好味 高质量 物超所值 性价比 人性化 表扬 夸 佩服 爱不释手 满分 五星 一流 体贴
    用心 精致 丰盛 入味 不错 挺好 很好 真好 太好 极好 超好 没得说 没话说 没让我失望 负责任 有礼貌 热心 暖 温柔 幽默
    利索 麻利 爽快 细致 负责 量大 分量足 料足 实在 热乎 酥脆 软糯 劲道 爽口 鲜美 浓郁 可爱 好玩 值了 知足 赚到
    物美价廉 童叟无欺 名不虚传 实至名归 神器 好店 宝藏 封神 顶呱呱 杠杠 没毛病 没白等 没踩雷 没二话 有质感 有心 讲究
    上档次 亲民 省事 省力 好办 通畅 稳定 灵敏 清晰 结实 耐穿 显瘦 合身 合脚 百吃不厌 意犹未尽 流连忘返 快手 叻 醒目
    有心机 好好人 掂 猛赞 推推 大满足 高cp cp值 神店 有够 超赞 狂赞 爱了 good great nice lovely excellent amazing
    awesome fantastic wonderful brilliant perfect superb outstanding terrific delicious tasty yummy fresh friendly
    helpful kind polite patient professional quick fast easy smooth clean spotless comfy comfortable cozy cosy
    beautiful gorgeous impressed impressive love loved loves adore adores enjoy enjoyed enjoyable recommend
    recommended best better star stars hero heroes flawless efficient reliable seamless convenient affordable generous
    worth charming attentive courteous fabulous incredible exceptional phenomenal stunning kudos rocks rock cheerful
    thoughtful caring gem fab solid top notch stellar pleasant pleasure crisp crispy juicy warm sweet funny welcoming
    knowledgeable competent prompt promptly swift punctual tidy stylish sturdy elegant handy intuitive painless
    effortless splendid marvellous marvelous magnificent delightful refreshing remarkable memorable unforgettable
    angel angels saviour lifesaver gold ace cracking ideal fair honest trustworthy improved improvement bargain value
    smile smiling`,
  joy: `
    开心 高兴 快乐 幸福 激动 兴奋 爽 哈哈 嘻嘻 嘿嘿 耶 太好了 终于 松了一口气 松口气 欣慰 安心 乐坏 中奖 抢到 搞定
    解决了 成功了 石头落地 石头落了地 踏实 找到了 找回来 到手 批下来 考上 录取 通过了 恢复了 修好了 到账了 收到了 哇塞
    呜呜 泪目 知足 乐开花 合不拢嘴 美滋滋 好嘢 扑到飞 正呀 攞到 搞掂 yay woohoo hooray hurray haha finally relieved
    relief phew thrilled excited glad overjoyed ecstatic joy cheers happy pleased satisfied delighted chuffed stoked
    grinning wow omg dream blessed lucky won sorted solved resolved fixed found recovered`,
  thanks: `
    谢谢 多谢 感谢 感恩 感激 辛苦 麻烦你了 唔该 谢啦 谢了 有劳 费心 鸣谢 致谢 锦旗 恩人 救了 帮了大忙 帮大忙 多亏 thx
    thanks thank thankful grateful gratitude appreciate appreciated appreciative ty cheers bless indebted`,
  bad: `
    差 差劲 烂 难吃 难喝 难用 糟糕 糟 失望 不满 垃圾 恶心 坑 坏 破 慢 冷 凉 馊 臭 脏 油腻 太咸 太油 太甜 太慢 太差
    太贵 贵 敷衍 推诿 推卸 踢皮球 不合理 不负责 态度差 不耐烦 卡死 闪退 崩 麻烦 粗糙 假货 劣质 破烂 变质 过期 异味
    冰凉 失约 爽约 没人理 没人管 不理 没回复 没动静 没下文 白跑 白等 浪费 后悔 上当 被坑 忽悠 欺骗 骗人 虚假 隐瞒
    乱收费 乱扣 多扣 强制 霸王 不讲理 抱怨 傻眼 离谱 过分 太过 荒唐 可笑 讽刺 无语 鸡肋 乌龙 难搞 慢吞吞 冇礼貌 好差
    麻麻 一般般 味道一般 不值 没味道 夹生 生的 坨 洒 漏 碎 掉色 开线 起球 缩水 变形 刺鼻 反味 发霉 蟑螂 头发 虫 苍蝇
    吵 噪音 蜗牛 卡顿 卡成 掉线 断网 瘫痪 宕机 罚站 答非所问 罐头 鬼打墙 复读机 套路 阴阳怪气 爱理不理 爱答不理 甩脸
    冷淡 傲慢 嚣张 粗暴 吼 骂 不尊重 磨叽 拖延 拖了 拖拉 一拖再拖 石沉大海 杳无音信 不了了之 翻脸 变卦 反悔 食言
    缺斤少两 偷工减料 以次充好 猴耍 耍人 耍我 玩我 逗我 敢卖 敢收 扣钱 涨价 宰客 黑 坑爹 水货 盗版 二手 瑕疵 缺货 漏发
    错发 不靠谱 不像话 不方便 不便 不舒服 不好用 不推荐 不好吃 不新鲜 不专业 不诚信 不透明 不公平 难受 心寒 寒心 心累
    折腾 折磨 烦 烦死 受罪 遭罪 扫兴 失误 出错 乱七八糟 一塌糊涂 一团糟 曱甴 冻晒 唔满意 唔合理 揾笨 呃人 伏 中伏 渣
    hea 得个 冇人理 冇下文 雷 踩雷 放鸟 地雷 不爽 很烂 超烂 bad terrible awful horrible poor poorly worst worse rude
    slow late cold dirty filthy broken useless disappointing disappointed disappointment unacceptable ridiculous
    pathetic joke nonsense garbage rubbish trash crap ripoff overpriced mediocre bland stale soggy burnt disgusting
    gross nasty misleading lied lying lies lie dishonest incompetent unprofessional careless sloppy unfair waste
    wasted ignored ignoring annoying annoyed irritating frustrating frustrated frustration fed tired upset unhappy
    dissatisfied shame shameful disgrace disgraceful appalling dreadful atrocious shocking insulting lousy cheap
    flimsy faulty defective mess nightmare worthless regret avoid excuse excuses runaround unreliable clueless damaged
    cracked leaking rotten mouldy moldy smelly noisy stinks stink hassle clunky confusing complicated hidden delayed
    lost forgot forgotten cramped greasy undercooked raw lukewarm tasteless inedible hair bugs cockroach unhelpful
    dismissive hostile condescending shrugged arrogant indifferent uninterested chaotic laggy crashes crashing crashed
    freezes glitchy buggy failed failing fails overcharged charged vanished refused ignore stuck endless pointless
    hopeless unresponsive unanswered inconvenient subpar underwhelming meh letdown exhausting absurd laughable
    outdated neglected shoddy torn stained scratched wobbly`,
  rage: `
    气死 气炸 激死 火大 恼火 愤怒 生气 怒 滚 骗子 无耻 不要脸 流氓 土匪 强盗 抢钱 坑人 黑心 混蛋 王八 他妈 妈的 操 靠
    卧槽 狗屁 放屁 吃干饭 脑残 智障 白痴 傻逼 神经病 有病 恶劣 欺负 欺人 忍无可忍 受够 够了 没完 曝光 媒体 起诉 法院
    律师 告你 举报 报警 12315 消协 消保官 消委会 银保监 工商 工信部 客诉你 客诉到 顶你 仆街 黐线 搞错 人渣 缺德 丧尽
    天理 良心 说法 交代 赔偿 赔钱 退钱 退我 什么东西 什么玩意 破公司 破平台 破服务 垃圾公司 垃圾平台 吸血 抢劫 明抢
    敲诈 勒索 诈骗 欺诈 耍流氓 王八蛋 混账 去死 畜生 无赖 下作 丢人 呸 废物 饭桶 猪 眼瞎 瞎了 要打人 拍桌 掀桌 抓狂
    发飙 爆粗 骂街 炸了 怒了 忍不了 忍够 绝不 休想 等着 走着瞧 没良心 不是人 还是人吗 拉黑 抵制 卸载 销户 退卡 解约
    撤资 差评 维权 上诉 仲裁 上热搜 挂网上 上网曝 爆料 民代 县长信箱 离大谱 摩托车欸 靠北 拎北 啥鬼 黑店 学店 执笠
    告到 扑街 收皮 抵死 激气 火滚 嬲 忍唔住 太过分 furious angry outraged livid fuming mad hell damn fuck fucking
    fucked shit bullshit wtf ass idiot idiots moron morons stupid liar liars thief thieves crook crooks criminals
    fraud fraudulent robbery rob robbed robbing steal stealing stole theft sue suing lawyer attorney court ombudsman
    regulator police legal unbelievable outrageous screw ashamed hate hated disgusted compensation demand manager
    supervisor boycott lawsuit scam scammers greedy vultures sickening despicable shameless bloody freaking enraged
    seething insane insulted humiliated harassment bbb escalate fire fired ruin ruined ruining wrecked clowns joke
    imbeciles incompetents worthless`,
  fear: `
    担心 担忧 害怕 好怕 怕 恐怕 慌 心慌 着急 急死 急疯 焦急 焦虑 紧张 不安 忐忑 心里没底 没底 愁 发愁 恐惧 吓 吓到
    吓死 惊 好惊 徬徨 崩溃 绝望 睡不着 不放心 提心吊胆 压力 怎么办 咋办 点算 如何是好 要紧吗 严不严重 会不会 是不是被
    万一 来得及 来不及 赶不上 赶不及 赶唔切 救命 救救 求求 求你 拜托 帮帮 快点 赶紧 马上要 急用 急需 急 安全吗
    有没有事 有事吗 心里打鼓 心悬 悬着 发毛 手抖 冷汗 心急如焚 坐立不安 六神无主 不知所措 无助 走投无路 撑不住 快疯
    要疯 完了 天哪 该不会 不会是 别是 要是 犹豫 顾虑 拿不准 没把握 不踏实 心乱 心神不宁 失眠 整夜 睡唔着 瞓唔着 心离
    死啦 好急 心急 怕怕 毛毛的 挫咧等 剉 worry worried worries worrying worrisome concerned concern nervous anxious
    anxiety scared scary afraid fear fears frightened terrified terrifying panic panicking desperate desperately
    stressed stress stressful uneasy freaking help urgent urgently asap hurry please begging beg praying pray hope
    hoping hopefully unsure doubt suspicious trembling shaking crying sleepless dread dreading helpless hopeless
    distressed overwhelmed frantic alarmed alarming petrified apprehensive hesitant`,
  danger: `
    被盗 被骗 诈骗 盗刷 盗用 失踪 走失 着火 起火 冒烟 漏气 煤气味 瓦斯 爆炸 抢救 手术 发烧 过敏 昏迷 呼吸机 流血 出血
    不见了 丢了 没了 截止 最后1天 影响征信 上征信 心脏病 晕倒 中毒 误吃 误吞 吞了 触电 漏电 困在 被困 抛锚 失联
    联系不上 传票 贷款 逾期 冻结 断药 救护车 急症 胸痛 胎动 早产 停药 拉黑 转错 汇错 骗走 骗徒 泄露 外泄 起底 病毒
    木马 骇客 陌生人 台风 地震 洪水 暴雨 封路 倒闭 跑路 烂尾 裁员 破产 emergency deadline stranded lost stolen hacked
    scammed scammer danger dangerous unsafe safe risky hospital surgery sick baby gas smoke bleeding overdue tonight
    evicted eviction phishing identity compromised trapped alone losing unconscious collapsed choking allergic allergy
    overdose poison poisoned swallowed ambulance oxygen insulin sparks sparking flooding flooded missing breach leaked
    hurricane deported arrested visa foreclosure bankrupt bankruptcy expire expires`,
  ask: `
    请问 怎么 如何 哪里 在哪 哪个 哪些 什么时候 几点 几号 多少 多久 是否 可以吗 能不能 能否 吗 需要什么 需要哪些 点样
    边度 几时 怎样 流程 步骤 条件 材料 规定 标准 how what where when which who can could does do is are may would`,
  blame: `
    凭什么 到底 究竟 难道 居然 竟然 明明 根本 还要 都说了 说好 承诺 每次 总是 老是 又 从来 一直 反复 再三 至今 迟迟
    三番 有没有人 有完没完 怎么回事 什么态度 什么意思 什么服务 你们 贵司 贵公司 你哋 成日 次次 搞咩 有冇搞错 合着 敢情
    偏偏 硬是 非要 动不动 一再 屡次 多次 好几次 无缘无故 莫名其妙 平白无故 擅自 私自 凭啥 为啥老 存心 故意 摆明 无啦啦
    都未 仲要 仲未 到而家 讲咗 催了 打了 等了 等咗 拖咗 why still again always never keep keeps every promised
    supposed nobody already yet you your people anyone repeatedly constantly waiting waited weeks months hours times
    deliberately apparently excuses supposedly`,
  irony: `
    可真 真行 真棒 真厉害 呵呵 佩服 领教 不愧 恭喜 真有意思 实在是高 叹为观止 开眼 大开眼界 所谓 好家伙 真会 好一个
    果然 贵宾 尊贵 承蒙 何德何能 赢了 厉害了 感谢你们让 多谢晒 有1套 真有1套 长见识 涨知识 学到了 原来 也是本事 真敢
    笑死 可以可以 牛啊 高手 鼓掌 放鞭炮 再接再厉 人才 奇葩 艺术 奇迹 记录 冠军 第1名 真不容易 难为 真辛苦你们 谢谢啊
    谢谢喔 真谢谢 我谢谢你 您说得对 你啱晒 真贴心 真专业 好专业 真准时 真神奇 真聪明 真巧 懂了 bravo congratulations
    congrats surprise record brilliant genius sure clearly nothing wonderful classy impressive obviously right yeah
    great fantastic love lovely`,
} as const;
