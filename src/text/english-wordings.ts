/**
 * English wordings that callers and answers have for the same thing, a group each, its name first: written for this, from what customers
 * of shops, banks, networks and airlines say. In the form of `normalise`, letters only, without the words that may stand within a wording (my, the, it).
 */
export const ENGLISH_WORDINGS =
  "activate, activation, switch on, turn on, enable|deactivate, deactivation, switch off, turn off, disable|" +
  "取消, cancel, cancellation, call off|快递, deliver, delivery, delivery time, delivery date, estimated delivery|" +
  "ship, shipment, dispatch|address, delivery address, shipping address, postal address, mailing address|付款, pay, payment, paid|" +
  "报名, register, registration, enrol, enrolment, enrollment, sign up|" +
  "实名认证, verify, verification, authenticate, authentication, identity check|subscribe, subscription, subscriber|" +
  "inform, notify, notification, alert|客诉, complain, complaint, grievance|compensate, compensation|terminate, termination|" +
  "自动续费, renew, renewal, auto renew, automatic renewal|replace, replacement, substitute|安装费, install, installation, set up, setup|" +
  "失效, expire, expiry, expiration, out of date, run out|维修, repair, fix, mend|authorise, authorize, authorisation, authorization|" +
  "审核, approve, approval|拒绝, decline, reject, rejection, refuse, refusal, turned down, deny|deduct, deduction, taken from|" +
  "提领, withdraw, withdrawal, take out, cash out, get cash|退款, refund, money back, reimburse, reimbursement, give back money|" +
  "退货, return, send back, bring back, take back|换货, exchange, swap, different size, convert, conversion|" +
  "找回密码, forgot password, forgotten password, reset password, lost password, change password, password reset, can not remember password, do not remember password, recover password|" +
  "登录, log in, login, sign in, signin, access account, get into account|log out, logout, sign out|" +
  "登录不了, can not log in, unable to log in, locked out, can not sign in, can not access|" +
  "遗失, lost, stolen, missing, misplaced, lose, theft, can not find, robbed|" +
  "注册, create account, open account, register account, new account, make account, set up account|" +
  "注销, delete account, close account, remove account, cancel account, terminate account, get rid of account|" +
  "充值, top up, topup, top ups, add money, load money, recharge, add funds, put money|" +
  "转账, transfer, send money, wire, move money, remit, remittance|" +
  "自动取款机, atm, cash machine, cashpoint, cash withdrawal, withdraw cash|" +
  "自动还款, direct debit, standing order, automatic payment, recurring payment, autopay|余额, balance, how much money|" +
  "账单, bank statement, statement, transaction history, account history|费用, fee, charge, cost, price, how much, expensive|" +
  "乱扣费, extra charge, charged extra, overcharged, charged too much, additional fee, hidden fee, unexpected charge, surcharge, extra fee|" +
  "重复, charged twice, double charge, duplicate charge, charged two times, duplicate payment, billed twice, paid twice|" +
  "金融卡, debit card, bank card, atm card, payment card, credit card, mastercard|pin, passcode, pin code, pin number|" +
  "冻结, block, locked, frozen, suspended|解锁, unblock, unlock, unfreeze, reactivate|" +
  "pending, not gone through, still waiting, in progress|" +
  "failed, unsuccessful, did not work, does not work, not working, did not go through|外币, exchange rate, conversion rate, currency rate|" +
  "currency, foreign money, fiat|" +
  "诈骗, fraud, scam, fraudulent, unauthorised, unauthorized, scammer, do not recognise, do not recognize, phishing|" +
  "发票, bill, invoice, receipt|" +
  "物流, order status, track order, where is order, order progress, status of order, where is package, where is parcel|" +
  "track, trace, locate, tracking number|parcel, packet|" +
  "没送到, late, delay, overdue, not arrived, still not here, not received, yet to arrive|" +
  "运费, shipping cost, delivery fee, delivery charge, postage, shipping fee, delivery cost|" +
  "国际快递, international shipping, deliver abroad, ship overseas, ship internationally|" +
  "改地址, change address, new address, moved house, update address|购买, purchase, buy, bought, order|" +
  "缺货, out of stock, sold out, unavailable, not available|" +
  "优惠, discount, voucher, coupon, promo code, promotional code, special offer, discount code|" +
  "破损, damaged, broken, defective, faulty, defect, cracked|发错货, wrong item, incorrect item, not what ordered, wrong product|" +
  "商品, item, product, goods, article, merchandise|保修, warranty, guarantee|" +
  "客服, customer service, customer support, support team, helpdesk, help desk, hotline, customer care|" +
  "人工, human, real person, agent, representative, live person, operator, someone real|" +
  "联系方式, contact, get in touch, reach, speak to, talk to|" +
  "营业时间, opening hours, business hours, working hours, service hours, what time open|" +
  "变更, change, update, modify, edit, amend, correct|取消订阅, cancel subscription, unsubscribe, stop subscription, opt out|" +
  "免费, free, no charge, free of charge, without charge, complimentary|trial, try out|合同, contract, agreement|" +
  "手机, mobile, cell phone, cellphone, mobile phone, smartphone|补卡, sim, sim card, esim|流量, mobile data, data allowance, gigabytes|" +
  "漫游, roaming, use abroad, while abroad|宽带, internet, wifi, broadband, wi fi|" +
  "无服务, no signal, no service, bad reception, poor signal, no reception|太慢, slow, lagging, sluggish|" +
  "闪退, crash, keeps closing, not responding|故障, error, bug, glitch, issue, problem, trouble|username, user name, user id|" +
  "电子邮箱, email, inbox, email address|验证码, verification code, otp, one time password, one time code, security code|" +
  "code not received, no code, not receive code|身份证, identity document, id, proof of identity, identification, id card, identity card|" +
  "隐私, personal details, personal information, personal data, profile|隐私政策, privacy, data protection, confidential|" +
  "规定, terms, policy, terms and conditions|feedback, review, opinion, comment|积分, rewards, points, loyalty, cashback|" +
  "礼品卡, gift card, gift voucher, gift certificate|" +
  "付款方式, payment method, ways to pay, payment option, payment type, how can pay, how to pay, pay with, accepted payment|" +
  "分期, instalment, installment, pay monthly, pay in parts|贷款, loan, borrow, mortgage|利率, interest, interest rate, apr|" +
  "薪资, salary, wage, pay slip, payslip, earnings, income|税金, tax, taxation|deposit, pay in|overdraft, overdrawn|" +
  "beneficiary, recipient|virtual card, disposable card, digital card|card delivery, card arrival, card arrive, card not arrived|" +
  "reverted, reversed, bounced|理赔, claim, make claim, file claim|投保, insure, insurance, insurer, coverage, policyholder|" +
  "保费, premium, insurance premium|" +
  "卡丢了, lost card, card lost, stolen card, card stolen, misplaced card, lost debit card, lost credit card|" +
  "quick, fast, immediately, right away, straight away, at once, instantly, urgent, express|" +
  "错误, wrong, incorrect, mistaken, mistake, by accident, accidentally|等多久, wait, waiting time, queue, how long|" +
  "最多, limit, limitation, restriction, restrict, cap, maximum|" +
  "transfer not arrived, money not arrived, payment not arrived, transfer pending|" +
  "transfer failed, payment failed, payment declined, card declined, card not working, card payment failed|" +
  "two factor, two step verification, authenticator|connect, pair, sync|unlink, disconnect, unpair|备份, backup, back up, archive|" +
  "restore, retrieve, get back|删除, delete, remove, erase, clear|补发, duplicate, copy, reissue|qr code, barcode|" +
  "上传, upload, attach file, submit, hand in, turn in|密码, password, passphrase, login details, credentials|" +
  "麦克风, no sound, sound, audio, volume, speaker, microphone, can not hear|camera, webcam, photo, picture|" +
  "malware, ransomware, trojan, computer virus|密码泄露, hacked, compromised, hacker, account hacked, identity theft, stolen identity|" +
  "骚扰电话, spam, junk mail, unwanted email, unwanted calls, telemarketing|vpn, remote access|" +
  "work from home, remote work, telework, home office, working remotely|" +
  "断线, no internet, internet not working, network down, can not connect, connection lost, outage|重启, restart, reboot, power cycle|" +
  "升级, upgrade, new version, latest version|downgrade, lower plan, cheaper plan|app, mobile app, mobile application|" +
  "laptop, computer, pc, desktop|打印机, printer, printing|battery, charger|停电, power cut, power outage, blackout, no electricity|" +
  "电费, electricity, power supply|gas leak, smell gas|meter, meter reading|漏水, water leak, leaking, burst pipe|" +
  "heating, radiator, boiler|电梯, lift, elevator|neighbour, neighbor, next door|噪音, noise, noisy, loud|" +
  "security deposit, bond, deposit back|机票, flight, airline, plane ticket|车票, ticket, boarding pass|行李, luggage, baggage, suitcase|" +
  "lost luggage, missing bag, lost baggage, bag not arrived|baggage allowance, excess baggage, overweight, extra bag|" +
  "layover, stopover, connecting flight, transit|住宿, hotel, accommodation, lodging, place to stay|seat, seating plan|" +
  "预约, reserve, reservation, book|cancel booking, cancel reservation, cancel flight, cancel trip|" +
  "flight delay, flight cancelled, missed flight, missed connection|改签, reschedule, rebook, change date, change flight, postpone|" +
  "round trip, return ticket|公交车, bus, coach, shuttle|出租车, taxi, cab|wheelchair, accessible, accessibility, step free|" +
  "尺码, size, dimension, measurement, how big|colour, color|gift wrap, gift packaging|赠品, gift, present|" +
  "自取, pick up, collect, collection|courier, driver, carrier, delivery man, postman|reorder, order again, buy again|" +
  "预售, preorder, pre order, advance order|cart, basket, shopping bag, checkout|price match, cheaper elsewhere, lower price|" +
  "authentic, genuine, original, counterfeit, fake|spare part, replacement part, accessory|" +
  "instruction manual, user guide, manual, handbook|newsletter, mailing list, marketing email|网站, website, web page, online|" +
  "live chat, chat|call back, callback, ring back|minor, underage, teenager, age limit, how old, age requirement|" +
  "公司户, business account, company account, corporate account|joint account, shared account|" +
  "stop payment, recall payment, cancel transfer, stop cheque|转错, wrong person, wrong account, wrong recipient|" +
  "chargeback, dispute charge, dispute transaction|change pin, forgot pin, reset pin, new pin|" +
  "contactless, tap to pay, apple pay, google pay|虚拟货币, crypto, bitcoin, cryptocurrency|钱包, wallet, purse|" +
  "savings account, fixed deposit|投资, invest, investment|征信, credit score, credit rating, credit report, credit history|" +
  "还款, repay, repayment, pay back, pay off|滞纳金, late fee, late payment, missed payment, overdue payment|deadline, due date, cutoff|" +
  "form, paperwork|cheap, affordable, inexpensive|提高额度, raise limit, increase limit, higher limit, limit increase|" +
  "年费, annual fee, membership fee, monthly fee, yearly fee|代办, on behalf, power of attorney|" +
  "应备文件, required documents, documents needed, what documents, which documents, documents required|" +
  "没发货, not shipped, not been shipped, not dispatched, not sent yet|" +
  "换手机, change phone number, new phone number, change number, new number|会员, membership, member benefits, become member|" +
  "视频, recording, replay, playback|旁听, trial lesson, trial class, free lesson, free class|" +
  "价保, price protection, price drop, price adjustment, dropped in price|" +
  "货到付款, cash on delivery, pay on delivery, collect on delivery|" +
  "携号转网, keep number, port number, number porting, switch carrier, change provider, switch provider|" +
  "住房公积金, housing fund, provident fund|社保, social insurance, social security|" +
  "余量, remaining data, data left, how much data, data usage|户籍, household registration, hukou|" +
  "关税, customs duty, import duty, import tax|套餐, mobile plan, phone plan, data plan, price plan, which plan, change plan, tariff";
