/** Cities of the world that callers name most: Chinese names (the usual one first, in Simplified characters) and English ones. */
export const WORLD_CITIES: readonly string[] = [
  // Asia
  "东京:Tokyo | 大阪:Osaka | 京都:Kyoto | 名古屋:Nagoya | 札幌:Sapporo | 福冈:Fukuoka | 横滨:Yokohama | 神户:Kobe | 奈良:Nara | 冲绳/那霸:Okinawa/Naha | 首尔/汉城:Seoul | 釜山:Busan | 仁川:Incheon | 新加坡:Singapore | 吉隆坡:Kuala Lumpur | 槟城:Penang | 曼谷:Bangkok | 清迈:Chiang Mai | 普吉:Phuket | 河内:Hanoi | 胡志明市/西贡:Ho Chi Minh City/Saigon | 岘港:Da Nang | 金边:Phnom Penh | 马尼拉:Manila | 宿务/宿雾:Cebu | 雅加达:Jakarta | 仰光:Yangon | 万象:Vientiane | 加德满都:Kathmandu | 新德里:New Delhi/Delhi | 孟买:Mumbai | 班加罗尔:Bangalore | 科伦坡:Colombo | 迪拜/杜拜:Dubai | 阿布扎比/阿布达比:Abu Dhabi | 多哈:Doha | 利雅得:Riyadh | 德黑兰:Tehran | 耶路撒冷:Jerusalem | 特拉维夫:Tel Aviv | 乌兰巴托:Ulaanbaatar | 平壤:Pyongyang",
  // Europe
  "伦敦:London | 曼彻斯特:Manchester | 爱丁堡:Edinburgh | 都柏林:Dublin | 巴黎:Paris | 柏林:Berlin | 慕尼黑:Munich | 法兰克福:Frankfurt | 汉堡市:Hamburg | 罗马:Rome | 米兰:Milan | 威尼斯:Venice | 佛罗伦萨/佛罗伦斯:Florence | 马德里:Madrid | 巴塞罗那/巴塞隆纳:Barcelona | 里斯本:Lisbon | 阿姆斯特丹:Amsterdam | 布鲁塞尔:Brussels | 日内瓦:Geneva | 苏黎世:Zurich | 维也纳:Vienna | 布拉格:Prague | 布达佩斯:Budapest | 华沙:Warsaw | 雅典:Athens | 斯德哥尔摩:Stockholm | 哥本哈根:Copenhagen | 奥斯陆:Oslo | 赫尔辛基:Helsinki | 莫斯科:Moscow | 圣彼得堡:Saint Petersburg | 基辅:Kyiv/Kiev | 伊斯坦布尔/伊斯坦堡:Istanbul | 雷克雅未克:Reykjavik",
  // America
  "纽约:New York | 洛杉矶:Los Angeles | 旧金山/三藩市:San Francisco | 芝加哥:Chicago | 西雅图:Seattle | 波士顿:Boston | 华盛顿:Washington | 拉斯维加斯:Las Vegas | 休斯顿/休士顿:Houston | 达拉斯:Dallas | 迈阿密:Miami | 费城:Philadelphia | 亚特兰大:Atlanta | 圣地亚哥/圣地牙哥:San Diego | 底特律:Detroit | 丹佛:Denver | 多伦多:Toronto | 温哥华:Vancouver | 蒙特利尔/满地可:Montreal | 渥太华:Ottawa | 墨西哥城:Mexico City | 里约热内卢:Rio de Janeiro | 圣保罗:Sao Paulo | 布宜诺斯艾利斯:Buenos Aires",
  // Oceania, Africa
  "悉尼:Sydney | 墨尔本:Melbourne | 布里斯班:Brisbane | 珀斯:Perth | 奥克兰:Auckland | 惠灵顿/威灵顿:Wellington | 开罗:Cairo | 内罗毕:Nairobi | 开普敦:Cape Town | 约翰内斯堡:Johannesburg | 卡萨布兰卡:Casablanca",
];

/** Traditional characters of the names of cities and of the words beside them, each with its Simplified one behind it. */
export const TRADITIONAL_IN_NAMES =
  "萬万業业東东兩两臨临麗丽義义烏乌樂乐鄉乡書书買买於于雲云亞亚從从價价偉伟倫伦體体餘余蘭兰關关興兴養养內内岡冈寫写農农衝冲涼凉幾几則则務务區区醫医華华單单佔占盧卢衛卫廳厅廈厦參参雙双發发變变臺台後后呂吕吳吴鹹咸園园國国圖图聖圣場场壩坝牆墙頭头夾夹奧奥婁娄學学寧宁寶宝賓宾壽寿爾尔崗岗峴岘島岛巖岩嶺岭嶽岳峽峡峯峰帶带幹干廣广莊庄慶庆開开張张強强當当彥彦徹彻徑径懷怀戶户擴扩揚扬撫抚報报擔担撻挞換换數数無无舊旧時时晉晋機机來来構构棗枣櫃柜樹树橋桥樓楼檳槟橫横歐欧畢毕漢汉滄沧瀘泸澤泽濟济溫温滿满濱滨濰潍潛潜燈灯靈灵煙烟燒烧熱热愛爱瑪玛環环電电鹽盐盤盘磯矶確确籠笼糉粽紅红約约紀纪納纳紙纸紐纽線线組组紹绍經经結结給给綏绥續续繩绳維维綿绵綜综網网羅罗腸肠腳脚臘腊節节蕪芜蘆芦蘇苏蘋苹荊荆萊莱蓮莲營营薩萨蝦虾裝装視视許许論论證证譯译話话說说諾诺諒谅貝贝貢贡貨货質质貼贴貴贵費费賀贺資资贊赞贛赣趕赶車车轉转載载輔辅邊边遼辽達达遷迁過过邁迈運运這这遠远連连適适鄭郑鄲郸裏里欽钦錢钱鐵铁銅铜銀银鎖锁鍋锅錫锡錦锦鎮镇長长門门間间陽阳際际陸陆隴陇陳陈隨随霧雾頂顶順顺頓顿題题飛飞飯饭饒饶餅饼館馆饃馍馬马駐驻魯鲁鮮鲜鳥鸟雞鸡鴨鸭鶴鹤鷹鹰黃黄齊齐龍龙麵面裡里麪面滙汇衞卫";
