// What people build passwords of, from the lists of passwords that leaked most often: English first, then
// Russian (also typed in Latin letters) and Uzbek. Folded, without digits, at least four letters each.
const list = `
password passwort passwd passphrase contrasena motdepasse parool salasana senha heslo haslo secret welcome
letmein login signin admin administrator root user username test tester testing demo guest default master access
account changeme change internet computer server system network database oracle windows microsoft linux ubuntu
apple google facebook twitter youtube instagram linkedin adobe amazon samsung nokia iphone android pokemon
minecraft fortnite roblox nintendo playstation xbox gamer killer hacker matrix starwars startrek batman superman
spiderman ironman avengers marvel harrypotter potter hogwarts gandalf naruto goku dragonball pikachu mario zelda
monkey dragon tiger lion eagle falcon wolf wolves horse rabbit turtle spider snake cobra panther shark dolphin
bear puppy kitty kitten doggy pussycat butterfly chicken penguin panda hamster elephant buster tucker bailey
sunshine moonlight rainbow summer winter spring autumn flower blossom roses diamond silver golden purple orange
yellow green black white blue princess prince queen king angel angels heaven devil demon ghost shadow phoenix
hunter ranger warrior soldier marine killer pirate ninja samurai knight wizard magic mystic legend champion winner
football baseball basketball soccer hockey tennis golfer cricket boxing racing yamaha honda suzuki kawasaki harley
ferrari porsche mercedes mustang corvette camaro toyota bmwbmw audi jaguar chelsea arsenal liverpool manchester
barcelona realmadrid juventus yankees cowboys steelers lakers celtics redsox packers eagles dodgers giants
iloveyou ilovegod iloveu loveyou lovely lover love babygirl babyboy baby sweetie sweet honey darling sexy
beautiful handsome pretty cutie cookie chocolate cheese pepper ginger banana apple cherry lemon strawberry
pumpkin peanut sugar candy coffee whiskey tequila corona heineken budweiser pizza hamburger
jesus christ jesuschrist blessed blessing faith grace god angelina mother father mommy daddy family brother sister
friend friends forever together always never whatever freedom liberty justice happy happiness smile lucky
trustno one nothing something anything trust hello hellohello goodbye bonjour ciao hola welcome thankyou please
michael michelle jennifer jessica jordan joshua daniel david andrew anthony robert richard charles charlie thomas
matthew william james johnny john jonathan justin nicholas nicole ashley amanda melissa stephanie samantha
elizabeth victoria alexander alexandra alexis andrea angela anna maria marina barbara benjamin brandon brian
christian christina christopher claudia danielle diana edward emily eric ethan fernando francis gabriel george
hannah heather isabella jackson jacob jasmine joseph julian justice karina katherine kevin kimberly laura lauren
leonardo linda louis madison margaret martin monica morgan natalie nathan oliver olivia patrick peter philip
rachel raymond rebecca ricardo roberto ronald sandra sarah scott sebastian sophia steven susan taylor tiffany
timothy vanessa veronica vincent walter zachary carlos miguel antonio alejandro eduardo juliana fabian
london paris berlin newyork chicago boston dallas texas florida california america american england ireland
scotland germany france italia espana brasil mexico canada australia russia moscow ukraine china japan korea
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
october november december weekend birthday christmas halloween easter
money dollar business company office invoice shop store market boss manager owner countinghouse bookkeeper
school college student teacher university music guitar piano metallica nirvana eminem slipknot beatles elvis
rockstar rocknroll hiphop dance dancing party fuckyou fuckoff fucker fuck shit bitch asshole bastard pussy
scooter bubbles snoopy snowball thunder lightning tornado hurricane storm ocean river mountain island beach
sunset sunrise sunflower galaxy universe planet earth mercury venus saturn jupiter apollo cosmos space rocket
abcabc aaaa asdasd asdf qwer qwert qwerty qwertz azerty zxcv zxcvb zxcvbn qazwsx qweasd qweasdzxc asdfgh wasd
trinity genesis legacy spartan trojan viking raider bandit outlaw maverick gangster mafia
parol paroli parolim parolparol klyuch dostup vhod privet poka zdravstvuy lubov lyubov lubimaya lyublyu
natasha tanya nastya sveta svetlana olga irina elena marina katya ekaterina yulia anastasia tatiana oksana
sasha aleksandr sergey sergei andrey andrei dmitry dima maxim maksim vladimir nikita artem ivan ivanov petrov
sidorov oleg igor pavel roman denis kirill ruslan rustam timur marat moskva rossiya russia spartak zenit dinamo
cska lokomotiv krasotka solnce solnyshko kotik zayka malish devochka malchik zvezda mama papa babushka sestra
gfhjkm ghbdtn yfnfif vfrcbv ktyjxrf cdtnf flvby rjycnfynby
пароль привет любовь солнце солнышко котик зайка зайчик малыш мама папа наташа настя света саша сергеи андреи
дима максим никита артем иван катя оксана елена ирина марина россия москва спартак зенит динамо админ секрет
доступ логин вход ключ люблю красотка звезда принцесса счастье дружба жизнь хакер король компьютер бухгалтер
пользователь администратор магазин работа деньги
salom assalom xayr rahmat sevgi sevgim muhabbat jonim azizim gulim quyosh yulduz oyijon onam onajon otam dadam
opam akam ukam singlim bolam qizim oila baxt hayot dunyo dostlik vatan ozbekiston uzbekistan uzbek toshkent
tashkent samarqand samarkand buxoro bukhara andijon fargona namangan xorazm termiz navoiy qarshi paxtakor
nasaf bunyodkor islom allah bismillah inshallah alhamdulillah muhammad ahmad mahmud abdulla aziz azizbek
bobur temur jasur sardor sherzod dilshod dilnoza nilufar madina zarina malika sevara gulnora shahzoda kamola
feruza aziza dildora nodira umida kalit maxfiy bozor dokon pulpul
`;

export const commonWords: ReadonlySet<string> = new Set(list.split(/\s+/).filter((word) => word.length >= 4));
