"""The words the generated text is built from. Everything else in this package picks from these lists."""

PLACES = """
shop shops park school garden market station library beach museum hospital office restaurant theater church
bank farm forest river lake hotel house kitchen cinema zoo gym castle village city bridge harbor island mountain
airport bakery cafe factory studio stadium temple tower university valley palace barn cave club court field hall
pool port tent mill road hill
""".split()

OBJECTS = """
bag ball apple drink book ring necklace kiss bone computer basketball letter flower cake key map lamp cup plate
knife spoon hat coat shirt shoe box bottle camera phone clock chair table picture radio bicycle car boat kite doll
toy guitar drum violin piano pen pencil ticket coin stone shell leaf feather rope blanket pillow mirror basket bucket
hammer nail saw brush candle card gift present orange egg onion umbrella sandwich banana pear lemon peach carrot
potato tomato bread cheese newspaper magazine watch glove scarf belt button needle thread helmet sword shield crown
jewel diamond pearl bell whistle flag ladder shovel wheel engine battery bulb wire glass jar pot pan bowl fork towel
soap comb wallet purse
""".split()

PLURALS = "apples coins books flowers letters tickets cards stones".split()

ANIMALS = """
cat dog bird fish horse cow pig sheep goat duck hen fox wolf bear lion tiger monkey rabbit mouse snake frog turtle
whale shark eagle owl parrot bee ant spider elephant camel deer donkey
""".split()

JOBS = """
teacher doctor nurse farmer baker driver pilot sailor soldier singer dancer painter writer lawyer judge king queen
prince priest cook waiter clerk guard hunter miner engineer scientist student child boy girl man woman uncle aunt
neighbor stranger artist actor captain
""".split()

ADJECTIVES = """
old young small large red blue green yellow black white brown golden silver heavy light bright dark clean dirty new
broken beautiful ugly cheap expensive warm cold soft hard round square long short tall strange lovely tiny huge quiet
loud happy sad angry tired brave clever gentle lazy proud shy kind wise
""".split()

ADVERBS = """
quickly slowly quietly happily sadly carefully often never always sometimes suddenly finally soon later early late
again today yesterday together alone outside inside
""".split()

MANNERS = "quickly slowly quietly happily sadly carefully suddenly finally".split()

TRANSITIVES = """
saw found painted bought lost cleaned carried moved broke fixed hid liked wanted watched followed admired touched
dropped collected remembered
""".split()

INTRANSITIVES = """
slept laughed cried sang danced waited worked rested walked smiled shouted whispered played studied ran swam talked
jumped
""".split()

GAVE = "gave handed passed showed sold sent offered threw brought lent returned".split()
GIVE = "give hand pass show sell send offer throw bring lend return".split()

NUMBERS = "two three four five six seven eight nine ten twenty thirty fifty hundred".split()
TIMES = "morning evening afternoon night summer winter spring autumn weekend holiday".split()
WEATHER = "rain snow wind storm sun fog".split()
NEAR = "near behind under beside above across inside".split()

FUNCTION_WORDS = """
a about after all ago an and another as asked at away back because before being both but by called came could day
decided did down drove each every everyone far first for friend friends from going got had has have he hello her
here him his home how if in into invited is it known left like lived long made many meet met more most much must next
no nobody not now of off on once one only or other out over people read said sat she since so some something spoke
started stayed still story than thanked that the their them then there they this though time to told too town tried
until up very visited wanted was we went were what where which while who why with without world would wrote year years
""".split()

COMMON = sorted(set(PLACES + OBJECTS + ANIMALS + JOBS + ADJECTIVES))
"""Words that can stand in for a person's name, so that copying is learnt for words of every kind."""

ALL = sorted(set(
    COMMON + PLURALS + ADVERBS + TRANSITIVES + INTRANSITIVES + GAVE + GIVE + NUMBERS + TIMES + WEATHER + NEAR
    + FUNCTION_WORDS
))
