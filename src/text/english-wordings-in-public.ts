/**
 * More of what {@link ENGLISH_WORDINGS} holds, likewise written: health, offices, schools and work.
 */
export const ENGLISH_WORDINGS_IN_PUBLIC =
  "申请, apply, application, applicant, put in for|资格, eligible, eligibility, qualify, entitled, entitlement|" +
  "protect, protection, safeguard|prevent, prevention, avoid, stop from|infect, infection, catch, get sick with|" +
  "transmit, transmission, spread, passed on, contagious|" +
  "疫苗, vaccine, vaccinate, vaccination, jab, immunisation, immunization, immunise, immunize|diagnose, diagnosis|" +
  "treat, treatment, cure, therapy|quarantine, isolate, isolation, self isolate, self isolation, stay home, stay at home|" +
  "disinfect, disinfection, sanitise, sanitize, sanitiser, sanitizer, clean|hospitalise, hospitalize, hospitalisation, hospitalization|" +
  "assess, assessment, evaluate, evaluation|employment, job|employer, boss|员工, employee, worker, staff, workforce, personnel|" +
  "retire, retirement, pension|travel, trip, journey, traveler, traveller|arrive, arrival|depart, departure|" +
  "participate, participation, take part|翻译, translate, translation, interpreter, interpreting|declare, declaration|" +
  "recover, recovery, get better, recuperate|permit, permission, allow|prohibit, prohibition, forbid, forbidden, ban, not allowed|" +
  "assist, assistance, support|donate, donation, donor|怀孕, pregnant, pregnancy, expectant mother|" +
  "breastfeed, breast milk, nursing mother|immune, immunity|survive, survival|symptom, signs of illness, early signs|" +
  "fever, high temperature|shortness of breath, trouble breathing, difficulty breathing, breathless, hard to breathe|" +
  "不舒服, sick, ill, unwell, illness, disease|mask, face mask, face covering, respirator, cloth covering|" +
  "wash hands, hand washing, hand hygiene, handwashing, clean hands|social distancing, physical distancing, keep distance, six feet|" +
  "医生, doctor, gp, physician, healthcare provider, medical professional, health care provider, clinician|" +
  "医院, hospital, emergency room, emergency department, clinic|药物, medicine, medication, drug, pill, prescription|" +
  "老人, elderly, older people, older adults, seniors, old people, aged, grandparents|" +
  "儿童, child, children, kid, baby, infant, toddler, son, daughter, young people|parent, mother, father, mom, mum, dad|" +
  "看护, carer, caregiver, care giver|校园, school, kindergarten, preschool, classroom|托育, child care, childcare, day care, daycare|" +
  "学生, student, pupil|university, college, campus|" +
  "high risk, vulnerable, at risk, underlying condition, pre existing, chronic condition, medical condition|" +
  "diabetes, diabetic, blood sugar|heart disease, cardiac|动物, pet, dog, cat, animal|餐厅, food, groceries, eat, meal, diet, nutrition|" +
  "drinking water, tap water|gym, exercise, sport, workout, physical activity|airport, airplane, fly|border, customs, immigration|" +
  "abroad, overseas, foreign country, another country|地铁, public transport, train, railway, subway, metro|" +
  "心理, mental health, anxiety, stress, depression, worried, anxious, lonely, cope|死亡, death, die, dying, dead, pass away, mortality|" +
  "殡葬, funeral, burial|positive test, test positive|incubation period, time before symptoms, how long before symptoms|" +
  "lockdown, shelter in place, curfew|gathering, event, party, crowd, mass gathering|church, worship, religious, faith|" +
  "企业, business, company, shop, small business|" +
  "补助, financial help, financial support, financial assistance, stimulus, grant, subsidy, welfare|" +
  "租金, rent, tenant, landlord, lease, renter|eviction, evict|homeless, homelessness|domestic violence, family violence, abuse|" +
  "政府, government, federal|法律, law, legal, legislation, regulation|罚款, fine, penalty, punish|" +
  "temporary visa, visa holder, migrant, immigrant|citizen, citizenship, nationality|bleach, detergent|laundry, clothes, washing clothes|" +
  "ventilation, air conditioning, fresh air, airflow|weather, climate|flu, influenza|smoke, cigarette, tobacco, vape|alcohol, wine, beer|" +
  "hoax, myth, misinformation, rumour, rumor, fake news, disinformation|statistics, figures, number of cases, how many cases|" +
  "research, study, scientific, scientist|emergency, crisis|blood, plasma|mosquito, insect bite|sex, sexual, intimacy|" +
  "asthma, lung disease, respiratory disease|malaria, hydroxychloroquine, chloroquine|antibiotic, bacteria|antibody, serology|" +
  "垃圾, waste, rubbish, trash, garbage|shared housing, apartment building|" +
  "养老院, nursing home, aged care, care home, long term care, residential care|残疾, disability, disabled person, people with disability|" +
  "失业, unemployed, unemployment, out of work, jobless, lost job, laid off, redundant, redundancy, dismissed, fired|" +
  "离职, resign, quit, leave job|聘用, hire, recruit, recruitment|请假, day off, vacation, annual leave, time off|" +
  "病假, sick leave, sick day, sick pay|产假, maternity leave, parental leave, paternity leave|加班, overtime, extra hours, work late|" +
  "报销, expenses, expense claim, business trip costs, travel expenses|课程, workshop, course, lesson|考试, exam, quiz|" +
  "学费, tuition, school fee, course fee|奖学金, scholarship, bursary, student grant|作业, homework, assignment, coursework|" +
  "老师, teacher, instructor, tutor, trainer|证书, certificate, diploma|面试, interview, job interview|cv, resume, curriculum vitae|" +
  "护照, passport, travel document|出生证明, birth certificate, proof of birth|" +
  "结婚, marriage certificate, wedding certificate, get married, marriage|离婚, divorce, end marriage|" +
  "生育津贴, child benefit, family allowance, maternity benefit, maternity allowance, birth allowance|proof of address, utility bill|" +
  "居留证, residence permit, work permit, green card|投票, vote, election, polling, ballot|tax return, file taxes|" +
  "appeal, object to decision, challenge decision|驾照, driving licence, driver license, driving license|vehicle, automobile|" +
  "car registration, vehicle registration, rego, road tax|停车, parking, car park|" +
  "违规停车, parking fine, parking ticket, traffic ticket, speeding ticket|流程, steps, procedure, process, instructions|" +
  "地点, location, nearest, near|班次, schedule, timetable|appointment, see doctor, gp appointment, doctor appointment|" +
  "dentist, dental, tooth, teeth|surgery, operation|pharmacy, chemist, drugstore|blood test, lab result, lab test|" +
  "health insurance, medical insurance, health cover|side effect, adverse reaction|allergy, allergic|headache, migraine|" +
  "injury, injured, hurt, wound|pain, sore, ache|volunteer, voluntary|manager, supervisor|recommendation, guideline, guidance, advice";
