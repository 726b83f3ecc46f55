/** Words for what is named after a city, behind its name: streets, dishes, companies, a language. None of them is the city. */
const STREET =
  "[东西南北中一二三四五六七八九十](?:路|街)|路(?![费线程上由过途])|街(?!上)|大道|大街|胡同|巷|[东西南北]?环路";
const DISH =
  "菜(?!鸟|市|单|场)|烤鸭|鸭|小面|火锅|拉面|牛肉面|啤酒|热干面|米线|米粉|肠粉|小笼|生煎|臭豆腐|板鸭|盐水鸭|凉皮|凉面|冷面|泡馍|肉夹馍|炒饭|火腿|大虾|牛肉|烧鸡|扒鸡|香肠|腊肠|腊味|豆腐|豆干|龙虾|蛋挞|辣子鸡|酸辣粉|鸡公煲|腊肉|茶(?!店|馆|园|餐)|茶餐厅|奶茶|毛尖|瓜|红枣|苹果|鲜奶|月饼|粽子|黄酒|老酒|陈醋|香醋|普洱|龙井|烧(?=$|[^烤])|烧烤";
const NAMED =
  "银行|大学|日报|晚报|早报|时报|卫视|电视台|话(?![费务题说])|时间|户口本|脚|装(?=$|[^修载货箱好机])|烟草|股市|证券|人寿|数字|柱|假日|世家|欧莱雅|地铁卡|铁路局|奥运|世博";
export const NAMED_AFTER = new RegExp(`^(?:${STREET}|${DISH}|${NAMED})`, "u");
export const ENGLISH_NAMED_AFTER =
  /^ (?:(?:[Ee]ast|[Ww]est|[Nn]orth|[Ss]outh|[Cc]entral) )?(?:[Rr]oad|[Ss]treet|[Aa]venue|[Ll]ane|Rd|St|Ave|Boulevard|duck|Duck|opera|Opera|beer|Bank|University|Times|Post|dollars?|Dollars?|Lake)\b/;

/** What stands behind a name as a part of it; 市场, 市区 and 市民 are words of their own. */
export const CITY_SUFFIX = /^市(?![场区民值面价郊中内里花占长政])/u;

/** Names that are common words: only with 市 behind them. */
export const ONLY_WITH_SUFFIX: ReadonlySet<string> = new Set(
  "开封 来宾 白银 日照 朝阳 大同 安康 三明 自贡 天门 通化 海东 海西 山南 阿里 万象 中卫 巴中 松原 本溪 白城".split(" "),
);
/** Names that may be parts of other words: with 市 behind them or a word for a place before. */
export const ONLY_IN_PLACE: ReadonlySet<string> = new Set(
  "吉安 四平 白山 南平 平凉 和田 甘南 天水 仙桃 黄石 黄山 红河 文山 凉山 怒江 广安 百色 中山 桃园 新北 安顺 固原 长治 德州 庆阳 定西 马祖 连江 济源 安庆 海口 抚顺 新乡 包头 东营 保定 长春 丹东 河内 金边 普吉 达州 常德 江门 北海 奈良 南通 宁德 信阳".split(
    " ",
  ),
);
export const PLACE_BEFORE = /(?:[在到去从往至飞住赴回寄送抵经]|[运发]往|位于|来自|人在)$/u;

/**
 * Where a name lies across two words. Each rule: what stands before and what behind (either may be left out); where both
 * are met, there is no city.
 */
export const ACROSS_WORDS: ReadonlyMap<string, readonly { before?: RegExp; behind?: RegExp }[]> = new Map([
  [
    "上海",
    [
      {
        before: /[网线晚早路身车船桌马加赶送附手面图书店机天地树楼]$/u,
        behind: /^[量鲜报关外运淘洋底边域水浪参苔带]/u,
      },
    ],
  ],
  ["大连", [{ before: /[最巨强超扩放变很太更多不加]$/u, behind: /^[接续衣忙锁体帽环]/u }]],
  ["大庆", [{ before: /[盛重国校]$/u }, { behind: /^[典祝]/u }]],
  ["厦门", [{ before: /[大高]$/u, behind: /^[口前外]/u }]],
  ["运城", [{ before: /[大奥亚冬世]$/u }]],
  ["新北", [{ behind: /^投/u }]],
  ["中山", [{ behind: /^(?:堂|公园|纪念|装)/u }]],
  ["香港", [{ behind: /^仔/u }]],
  ["重庆", [{ before: /隆$/u }, { behind: /^[祝贺]/u }]],
  ["合肥", [{ before: /[适混综配结符]$/u }, { behind: /^胖/u }]],
  ["太原", [{ behind: /^[始谅]/u }]],
  ["无锡", [{ behind: /^[纸箔膏罐]/u }]],
  ["大理", [{ behind: /^[石寺]/u }, { before: /[最很太更远伟巨强]$/u, behind: /^[想由论解]/u }]],
  ...["台中", "台南", "台东", "台北"].map((name): [string, { before: RegExp }[]] => [
    name,
    [{ before: /[平柜前后舞阳站电灯吧窗一两几这那每\d]$/u }],
  ]),
  ["成都", [{ before: /[完变达形造构养促赞换写看当生组分译转改落做拍拼]$/u }]],
  ["西安", [{ before: /东$/u }]],
  ["天津", [{ before: /[每今昨明前当半整一两三四五六七八九十几\d]$/u, behind: /^[贴液]/u }]],
  ["南京", [{ before: /[云海湖河越济]$/u, behind: /^东/u }]],
  ["北京", [{ before: /[湖河东西台]$/u, behind: /^东/u }]],
  ["东京", [{ before: /[广山]$/u }]],
  ["长沙", [{ behind: /^发(?![货的到往出快车票件顺物送布过来给走])/u }]],
  ["长春", [{ behind: /^[藤花]/u }]],
  ["包头", [{ before: /[面书钱提背皮]$/u }, { behind: /^[巾发]/u }]],
  ["东营", [{ before: /[京房股山广]$/u }, { behind: /^业/u }]],
  ["营口", [{ before: /[经运]$/u }, { behind: /^[碑味岸]/u }]],
  ["保定", [{ before: /[担确环医社质作留]$/u }, { behind: /^[期金时做]/u }]],
  ["海口", [{ before: /[出入]$/u }, { behind: /^[味径]/u }]],
  ["南通", [{ before: /[西东云海湖河越]$/u }]],
  ["北海", [{ behind: /^(?:道|公园)/u }]],
  ["金门", [{ behind: /^(?:大桥|高粱)/u }, { before: /[旧黄]$/u }]],
  ["宁德", [{ behind: /^时代/u }]],
  ["佛山", [{ behind: /^无影/u }]],
  ["安庆", [{ behind: /^[祝典]/u }]],
  ["罗马", [{ behind: /^[表仕]/u }]],
  ["巴黎", [{ behind: /^(?:水(?!平)|圣日)/u }]],
  ["雅典", [{ behind: /^娜/u }]],
  ["维也纳", [{ behind: /^(?:酒店|国际)/u }]],
  ["威尼斯", [{ behind: /^人/u }]],
  ["米兰", [{ behind: /^[花达]/u }]],
  ["柏林", [{ behind: /^墙/u }]],
]);
