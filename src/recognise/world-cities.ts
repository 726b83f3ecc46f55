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

/** Traditional characters of the names of cities, each with its Simplified one behind it. */
export const TRADITIONAL_IN_NAMES =
  "慶庆莊庄島岛鄲郸臺台張张滄沧陽阳長长晉晋運运臨临呂吕頭头烏乌峯峰遼辽爾尔倫伦貝贝彥彦蘭兰錫锡興兴連连撫抚順顺東东錦锦營营盤盘鐵铁嶺岭蘆芦邊边濱滨齊齐雞鸡鶴鹤崗岗雙双鴨鸭綏绥無无蘇苏雲云鹽盐揚扬鎮镇遷迁寧宁溫温紹绍華华麗丽義义蕪芜馬马銅铜黃黄廈厦門门龍龙巖岩鄉乡餘余鷹鹰贛赣饒饶濟济棗枣煙烟濰潍澤泽鄭郑開开頂顶許许峽峡駐驻漢汉荊荆岡冈鹹咸隨随潛潜農农嶽岳懷怀婁娄廣广關关遠远欽钦貴贵賀贺來来賓宾亞亚貢贡瀘泸綿绵內内樂乐達达資资壩坝涼凉畢毕節节紅红納纳薩萨則则裏里寶宝銀银隴陇樹树吳吴衛卫魯鲁瑪玛園园蓮莲橫横戶户衝冲繩绳檳槟邁迈峴岘務务霧雾萬万滿满買买羅罗維维徹彻愛爱奧奥陸陆聖圣輔辅紐纽約约磯矶舊旧圖图頓顿費费熱热盧卢諾诺靈灵縣县區区";
