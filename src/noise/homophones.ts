// Common characters by toneless syllable, the commonest first: what an input method or a speech recogniser may put in
// the place of another. Made from the 1,800 most frequent characters of the embedded encoder's vocabulary.
const TABLE =
  "a啊阿 ai爱艾埃碍 an安按案暗 ao奥澳 ba吧把八巴爸 bai败白百拜呗摆 ban版板班办般半伴拌 bang帮镑棒绑磅邦 bao包保抱报堡宝爆暴胞饱 " +
  "bei被北备贝背倍杯碑 bi必比闭避币笔彼毕鼻蔽 bian编边变便遍蝙辨 biao表标 bing并病饼柄冰 bo博播伯波簿玻拨 bu不部布步补捕 " +
  "cai菜才采彩猜财材 can参餐残 cang藏仓 cao操草槽 ce测册侧策 ceng层曾 cha查差插察茶刹叉 chang常场长尝厂唱畅昌肠 " +
  "chao超朝炒巢 che车撤 chen陈衬晨 cheng成程称城乘承呈撑诚橙 chi持吃池迟尺翅匙斥 chong冲充崇虫 chou抽丑 " +
  "chu出除处初储触础厨楚畜 chuan串传船穿川 chuang创窗床 chui吹垂 chun纯春 ci此次词磁辞 cong从聪 cu粗促 cun存村寸 " +
  "cuo错措 da大达打答搭 dai代带待戴袋呆 dan但单蛋担旦丹诞 dang当档 dao到道导岛倒蹈刀稻 de的得德 deng等登灯 " +
  "di地第低递底迪蒂弟抵堤 dian店点电典淀殿 diao掉吊钓 die迭叠 ding定订顶丁鼎 dong动东冻懂洞董冬栋 dou都逗豆 du度读毒独督杜渡肚 " +
  "duan段端断短 dui对队堆 dun顿敦 duo多朵惰 e额饿俄恶鹅 er而尔二儿耳 fa发法乏 fan返饭范反烦泛翻犯繁凡 fang方房访放防坊芳仿舫 " +
  "fei费非啡飞菲肺肥废 fen分份芬粉 feng风封丰峰疯 fu符附服复府付父福负夫浮覆 gai该改盖概 gan感干肝赶敢甘 gang港刚冈钢杠 " +
  "gao告高糕稿搞 ge个格隔各哥歌割阁 gen根跟 gong供功工贡公共宫恭拱攻 gou构够购狗钩沟勾 gu故鼓古谷估顾固骨孤雇 gua挂瓜 " +
  "guan馆关管观冠官惯 guang广光逛 gui贵规归龟簋鬼瑰 guo果过国锅裹 hai还海孩害咳 han函含翰汉韩憾涵 hao好号豪耗毫 " +
  "he和何合河喝核盒荷 hei嗨黑 heng亨横衡恒 hong红宏鸿 hou后候 hu户护互乎忽呼湖胡壶虎糊 hua话化华花划画滑 huai坏怀 " +
  "huan换欢环缓患唤幻 huang黄皇谎 hui会回汇恢惠绘灰毁挥 hun婚混 huo或火获活货霍惑伙 ji级记计机基及几际即集继己 " +
  "jia家加价假架夹佳甲嘉驾 jian件间建荐剑见检键简兼监减 jiang将江讲降酱 jiao交较教叫脚角焦椒 jie接解结节街界介捷截阶借洁 " +
  "jin进近今仅金禁尽紧锦劲巾谨 jing景京经径境警精静井惊镜睛 jiu酒就旧久究九救 ju据具句聚局举居剧拒距俱菊 juan卷捐 jue决觉绝 " +
  "jun均君军骏菌 ka卡咖 kai开凯 kang康抗 kao考烤拷靠 ke可客克科刻课柯颗棵 kong空控恐孔 kou口扣 ku库哭苦酷 kuai块快 " +
  "kuan款宽 kuang况框矿 kui馈溃 kun困昆坤 kuo括扩 la拉垃辣蜡啦 lai来莱赖 lan栏览兰蓝篮 lang廊朗浪 lao老捞劳酪 le乐勒 " +
  "lei类累雷 li例里理离利立丽力历礼梨喱 lian联连链廉脸练 liang量两辆亮良凉 liao了料疗聊 lie列烈 lin林临邻淋 " +
  "ling令另零岭领龄灵铃陵凌 liu留流六浏溜柳 long龙隆 lou楼漏 lu路录鲁露卤炉卢陆 lun伦论轮 luo络罗逻落洛锣 lv旅率虑滤绿律驴 " +
  "ma吗码玛马麻妈 mai买麦卖迈 man满慢漫曼 mang忙芒 mao冒毛猫贸帽貌 mei没美每枚妹梅酶玫媒莓眉 men们门 meng梦蒙盟 mi密米迷秘幂 " +
  "mian面免眠 miao描秒苗 min民敏 ming名明命 mo模默末魔莫墨摩摸膜 mu姆目母幕木牡 na那哪纳拿娜 nai奶耐 nan南难男 " +
  "ni你尼拟逆泥匿 nian年念粘 niu牛钮纽 nong农弄 ou欧偶 pa怕帕爬 pai排牌派拍 pan盘判畔 pang旁胖 pao抛跑泡 pei配佩 " +
  "peng朋鹏烹碰 pi匹批皮啤披 pian片偏篇骗 piao票漂飘 pin品频拼 ping评平屏苹凭瓶 po破坡婆迫 pu普浦铺葡 " +
  "qi其器期起启气弃奇旗汽七齐 qian前钱签歉嵌迁千潜浅铅欠 qiang强墙枪 qiao桥巧 qie且切 qin亲琴勤 qing请情清轻庆青 qiu求球秋丘 " +
  "qu去区取趣曲驱渠 quan全权泉券 que确缺却 qun群裙 ran然染燃 rao扰绕 ren人任认饪忍 rong容荣融 ru如入乳 ruo若弱 sa萨撒 " +
  "sai塞赛 san三散伞 se色瑟 sha啥沙杀莎厦傻砂 shan删山栅善闪擅衫 shang上商尚伤 shao少绍烧稍 she设射社舍摄涉 " +
  "shen什身审甚深神申伸 sheng生声圣省升胜剩盛 shi是时使式实示试始事适市食 shou受收手首授守售寿 shu数属输述书术束殊树舒墅鼠 " +
  "shui水谁睡税 si斯四似死思寺私伺司丝 song送松宋 sou搜嗽 su诉宿素速溯稣苏俗酥 suan算酸 sui随岁虽 suo所索缩锁 ta他它她塔 " +
  "tai太态台泰 tan坛弹坦谈探炭潭滩 tang汤堂趟唐糖 tao套讨萄桃逃 ti提题体替 tian天添填田甜 tiao调条跳挑 tie铁贴 " +
  "ting厅停听挺庭廷 tong通同统痛童桶铜 tou头透投偷 tu图途突土涂兔 tui推退腿 tuo托拖脱驼 wa瓦袜哇 wan玩完晚万碗湾宛 " +
  "wang网望王往忘亡旺 wei为位未围味维尾唯卫微威危 wen文问温稳闻 wo我沃握卧 wu无务物误五午屋武舞伍乌 xi息系西喜希析细习吸洗席戏 " +
  "xia下夏虾匣峡吓 xian现献显限线先险鲜闲陷仙弦 xiang想象相项向像详响享香箱橡 xiao小消效校销笑淆 xie些谢写协斜鞋蝎携泄蟹 " +
  "xin新心信欣鑫辛 xing行型星性形兴幸醒姓杏 xiong胸兄 xiu修休秀 xu需序须许续虚绪 xuan选宣轩 xue学血雪 xun寻循询讯迅训 " +
  "ya亚压鸭呀牙雅讶鸦 yan言验研颜严演烟延眼炎厌掩 yang样阳羊洋养央 yao要钥药邀姚 ye也页业夜野耶液爷叶 yi一以已意义移异议易宜译艺 " +
  "yin引因印音隐银饮 ying应英影营映迎硬赢樱婴萤 yong用泳永拥雍 you有由邮游友优右又油尤 yu于预与语域愉鱼余遇雨娱育 " +
  "yuan元园原员院源远愿圆苑援缘 yue阅月约越悦跃 yun运允云 za杂咋 zai在再载仔 zan暂赞 zao早造糟皂澡灶 ze则择责泽 zhai摘斋 " +
  "zhan站展栈占战 zhang张帐账章障杖掌 zhao找照罩招 zhe这者着折 zhen真镇针帧诊阵侦震 zheng正整政证症征争 " +
  "zhi值置之址指知支制只执至直 zhong中重种终钟众仲 zhou周洲州骤轴 zhu助住注主祝著筑诸煮逐猪驻 zhuan转专撰 zhuang状装庄撞 " +
  "zhui缀追 zi字子自资兹紫滋咨 zong总踪综 zu组租足阻族祖 zui最醉罪嘴 zun遵尊 zuo作做坐昨左座 ";

let homophones: ReadonlyMap<string, readonly string[]> | undefined;

/** Common characters that are read as a syllable (toneless, ü as v); none for a rare syllable. */
export function charactersOf(syllable: string): readonly string[] {
  homophones ??= new Map(
    TABLE.trim()
      .split(" ")
      .map((row) => {
        const name = /^[a-z]+/.exec(row)![0];
        return [name, [...row.slice(name.length)]];
      }),
  );
  return homophones.get(syllable) ?? [];
}
