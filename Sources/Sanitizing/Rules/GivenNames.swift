import Bytes

/// Given names of many languages, those alone that are no word, product, place or month as well.
enum GivenNames {
  static func contains(_ word: ArraySlice<UInt8>) -> Bool {
    (2...16).contains(word.count) && all.contains(word.map(ASCII.lowered))
  }

  /// In lower case; a first letter outside ASCII as it is written as well.
  private static let all: Set<[UInt8]> = Set(
    text.split(whereSeparator: \.isWhitespace).flatMap { name in
      [Array(name.utf8), Array((name.prefix(1).uppercased() + name.dropFirst()).utf8)]
    })

  private static let text = """
    aaliyah aaron agnes agnete agnieszka ingvild sunniva gro abdel abdul abdullah abebe abena abigael abigail abraham achim adaeze adebayo adele
    adelina adil adriana adriano adrien aiko aino aisha aishwarya ajay akash akira akosua alain alana
    alasdair alberto alejandra alejandro aleksandar aleksander aleksandra aleksei alena alessandra
    alessandro alessia alexander alexandra alexandre alexandru alexei alexey alexis alfonso alfredo alhassan
    alicja alina alisha alison alistair allison almudena alvaro alyssa amadou amal amalia amanda amara
    amelia amelie amina aminata amir amit amrita amy ananya anastasia anastasiya anaïs anders andrea andreas
    andrei andrej andres andrew andrey andrzej andré andrés aneta angela angelica angelika anika anil anita
    anja anjali anke anna annabel anneke annelies annette annika antoine anton antonella antonia antonina
    antonio antti anuja anushka aoife arjen arjun arlene armando arnaud artem arturo arvid asha ashok asif
    aslak astrid atsuko audrey aurelie aurélie axelle ayesha aylin ayse ayşe azra babajide barbara bartosz
    bashir bastien beata beatrice beatriz benedetta benedikt benjamin benoit benoît bernadette bernard bernd
    bernhard bethany bettina bhavna bianca birgit birgitta bjarne bjorn björn blanka blazej bogdan bohdan
    boris bozena branimir branislav brendan brian bridget brigitte britta bruna burak béatrice cagla camila
    camille carla carlos carlotta carmen caroline carolyn carsten catalina caterina catherine catriona
    cecile cecilia cedric celeste celine cezary chandra chantal charlene charles chiamaka chiara chidi
    chidinma chinedu chinonso chioma chloe chloé christa christelle christian christiane christina christine
    christophe christopher chukwuma ciara cillian cinzia claire clara clarissa claudia claudio clemens
    clement clémence colette connor constance constantin corinna corinne cormac cornelia cosmin courtney
    craig cristian cristina cyril czeslaw cécile cédric céline daan dagmar daichi daisuke damian damien
    daniel daniela daniele danielle danijela danuta daphne darius dariusz darko davide debbie deborah deepak
    deepika deirdre delphine denis denise dennis derek desmond devika dheeraj diana diego dieter dietmar
    dilip dimitar dimitri dimitrios dinesh dirk divya dmitri dmitrii dmitry dominik dominika dominique donal
    donatella dorota dorothea dorothy douglas dragan duncan désirée eamon ebony edith edoardo eduardo edward
    edwin efua egor eileen eilidh einar ekaterina elaine eleanor elena eleni eleonora elias elif elina elisa
    elisabeth elisabetta elise elizabeth elke ellen ellie elodie elsa elzbieta emanuel emanuela emeka emilia
    emiliano emilie emily emine emma emmanuel emmanuelle emre enrico enrique erik erika erin ernesto
    esperanza esteban estelle esther etienne eugene eugenia evangelia evelyn ewa fabian fabienne fabio
    fabrice fabrizio fadi fadila faisal farah fareed farhad farida farouk fatih fatima fatma fatou federica
    federico felicia felicity felipe ferdinand fernanda fernando ferran filip filippo finnian fiona flavia
    flavio fleur florian folake francesca francesco francis francisca francisco franck francois francoise
    franziska françois françoise frederic frederick frederik fredrik freya friedrich frédéric fumiko fátima
    gabriel gabriela gabriele gabriella gareth gaurav gavin gaël geert geoffrey georges georgina gerald
    geraldine gerard gerardo gerhard gerrit ghassan giacomo gianluca gilbert gillian gina giorgia giorgio
    giovanna giovanni gisela giulia giuliana giuliano giuseppe godfrey goran gordon gosia graham grainne
    gregor gregory greta gretchen grzegorz gudrun guido guilherme guillaume guillermo gunnar gunther gustav
    gustavo günther habib hakan halima halina hamid hamish hamza hana hanna hannah hannelore hans hans-peter
    harald haruka haruki haruto hasan hassan heather hector heidi heike heiko heinrich heinz helen helena
    helene helga hendrik henri henriette henrik henry herbert hermann hernan hideo hilary hilde hiroko
    hiroshi hiroto holger hortense howard hubert huseyin hussein hélène iain ibrahim idris ieva ifeanyi
    ifeoma ignacio igor ikechukwu ilaria ilias ilona ilse ilya imani imran inaki ines ingeborg ingrid inigo
    inès ioana ioannis irena irene irfan irina irma isaac isabel isabella isabelle isadora ishaan iskander
    ismail ismaël ivana ivar ivo iwona iñaki jaakko jaana jacek jacqueline jacques jadwiga jagoda jaime
    jakob jakub jamal jamila jan-erik jana jane janet janina janine janusz jarek jarmila jaroslav jaroslaw
    javier jayden jayesh jean-luc jean-marc jean-paul jean-pierre jeanette jeanne jeffrey jelena jennie
    jennifer jeremy jerome jerzy jesper jessica jesus jesús jiho jihoon jiri jitka joachim joan joanna
    joanne joao joaquin jocelyn jochen joel joerg johan johanna johannes john jolanta jonas jonathan joost
    jordi jorge jorgen jose josef josefina joseph josephine joshua josip josé joyce joão juan juana judith
    juergen juha jukka julian juliana juliane julianna julie julien juliette julio jurgen justine justyna
    jutta jyoti jérôme józef jörg jörn jørgen jürgen kaito kamal kamil kamila kana karel karen karim karin
    karina karl karl-heinz karolina karthik kasia katarina katarzyna kate katerina katharina katherine
    kathleen kathrin kathryn katie katja katrin katrina kavita kazimierz kazuki kazuko keiko keisuke keith
    kelechi kelsey kemal kenichi kenji kenneth kerstin kevin khadija khalid kieran kimberly kinga kirsten
    kirsty kjell klaas klara klaus konrad konstantin kostas krishna kristian kristin kristina kristine
    kristof krystyna krzysztof kshitij kumiko kunal kurt kwabena kwame kwesi kyoko lachlan laetitia lakshmi
    lamia larissa lars latisha laura lauren laurence laurent lavinia leanne leila leilani lena lenka lennart
    leon leona leonardo leonie leonor leopold leszek leticia liam lilian liliana lillian linda lindsay
    lindsey linnea lionel liora lisa lisbeth liselotte ljiljana lorena lorenzo lorraine lothar lotte louis
    louisa louise loïc lubomir luca lucas lucia luciana luciano lucie lucille lucinda lucjan lucy lucía
    ludmila ludovic ludwig luigi luis luisa luiz lukas lukasz luís lydia léa léo maarten macarena maciej
    maciek madeleine madeline magdalena magnus mahesh mahmoud maja maksim malgorzata malik malin mamadou
    manfred manisha manoj manon manuel manuela marcel marcela marcelo marcin marco marcos marcus marek
    margaret margarida margarita margaux margit margot margrethe marguerite maria mariam marian mariana
    marianne marie marie-claire marielle marijke marika marina marion marisa marisol marit marita marius
    marjan marjorie marko markus marta martha martin martina martine martyna marwan maryam maría masako
    massimo mateo mateusz mathias mathieu mathilde matias matilda matilde matteo matthew matthias matthieu
    matthäus maureen maurice mauricio maurizio maxime maximilian mayumi maëlle małgorzata meera megan mehdi
    mehmet mei-ling meike melanie melinda melissa meredith merete mette miao michael michaela michail michal
    michał michel michela michele michelle miguel mihaela mihai mikael mikhail mikkel mikko mildred milena
    milica milos mina minh minji miranda mirela miriam mirjam mirko miroslav misaki mitchell mitsuko mohamed
    mohammad mohammed mohit moira monica monika monique morag morgane moritz moses mukesh muriel murielle
    musa mustafa myriam márcia mónica nadezhda nadia nadine nadira nadja nagore naima namrata naomi natalia
    natalie natasha nathalie nathan nathaniel naveen neha neil nevena ngozi niamh nicholas nicola nicolas
    nicole nicoletta nicolás niels nikhil nikita nikola nikolai nikolaos nikos nils nina nisha nishant noemi
    nora norbert noriko noémie nuno nuria núria obinna odile ola olaf olayinka oleg oleksandr oleksii olena
    olga oliver olivia olivier olufemi olumide oluwaseun omar omer orhan oscar oskar osman oswald otto pablo
    padraig pallavi paloma pamela paola paolo parvati pascale patrice patricia patricio patrick patrik
    patrycja paula paulina pauline paulo pavel pawel paweł pedro peggy pekka penelope peter petra petros
    petter philip philipp philippa philippe phoebe pierre pierrick pieter pietro pilar piotr pooja prakash
    pranav prashant pratik preeti priscilla priya priyanka przemek przemyslaw rachel radoslaw rafael rafaela
    rafal rafał raffaele raghav rahul raimund rainer rajan rajeev rajesh ralf ralph ramesh ramiro ramon
    ramona rania raphael raphaël raquel rashid raul raymond raúl rebecca refilwe reginald reiko reinhard
    remi renata renate renaud renske rené renée reza rhiannon riccardo richard rikke rita robert roberta
    roberto rochelle roderick rodrigo roger rohan rohit roisin rolf romain romana ronald ronan rosa rosalie
    rosalind rosario rosemary roswitha roxana ruben rudiger rudolf rupert rupesh russell rutger ruth ryota
    ryszard réka rémi róisín sabina sabine sabrina sachiko sachin saeed sakura salma salvatore samantha
    samir samira samson samuel samuli sandeep sandra sanjay sanna santiago saoirse sara sarah sascha sasha
    satoshi satu saurabh sayaka scarlett sebastian sebastiano sebastien selin selma senthil seonaid serena
    serge sergei sergey sergio severine seyma shabnam shanice shannon sharon sheila shelby shinji shirley
    shivani shreya shruti sibylle siddharth sigrid silke silvana silvia silvio simon simona simone sinead
    sinéad siobhan sizwe siân slawomir slobodan sofia sofie sofía sohail soledad solveig solène sonia sonja
    sophia sophie soraya soren stanislav stanislaw stavros stefan stefania stefanie stefano steffen stephan
    stephane stephanie stephen steven stina stuart stéphane stéphanie sudhir sujata sukhdeep suleiman sunita
    suresh susan susana susanna susanne suzanne svante svein svenja svetlana swati sylvain sylvia sylvie
    sylwia szymon sébastien séverine søren tadeo tadeusz taiwo takeshi takumi tamara tamsin tanja tanya
    tarek tariq tatiana tatjana temitope teodor terence teresa tereza tetiana thabo thandiwe thea theodora
    theodore theresa therese thiago thierry thomas thorsten théo thérèse tiago tiffany timothy timur tobias
    toby tomas tomasz tommaso tomoko tomáš torben torsten toshiro tracey tracy tristan trond tsitsi tunde
    tyler uchenna udo ulla ulrich ulrika ulrike umberto urs ursula ute uwe vaclav valentin valentina valeria
    valerie vanessa varun vasile vasiliki vasily vera veronica veronika veronique vesna viacheslav vicente
    vijay vikram viktor viktoria viktoriya vincent vincenzo violeta virginie vivek viviana vivienne vlad
    vladimir vladislav volker volodymyr véronique víctor waldemar walter wanda wendy werner wieslaw wiktoria
    wilhelm willem william winfried wojciech wolfgang władysław xavier ximena yannick yannis yara yasmin
    yasmine yasuko yaël yetunde yevgeny yiannis ylva yoko yolanda yosef youssef yuki yuko yuliya yumiko yuri
    yusuf yvette yvonne zachary zainab zanele zbigniew zdenek zeinab zeynep zofia zoltan zoé zoë zsofia
    zsolt zuzana zuzanna zygmunt álvaro ángel ángela élise élodie émilie étienne éva íñigo óscar özlem ümit
    łukasz şebnem żaneta željko
    tom tim ben jim joe bob kim ann ian leo eva mia zoe jon ron ken ted liz meg nick mike rob steve dave
    chris alex matt luke adam dan james david tony andy ella eric greg jeff josh kyle ryan sean scott todd
    zach ali ravi raj wei tina uli sven
    """
}
