"""Spellings that are one word: a fixed list, so that a change from one to the other says nothing new.

Only pairs that no reader could take for two words stand here. Pairs that mean different things to a lawyer are left
out on purpose: enquiry and inquiry, dependant and dependent, metre and meter, cheque and check, while and whilst.
"""

from __future__ import annotations

IZED = (
    "actual apolog author capital categor central character computer criminal critic custom decentral digit "
    "econom emphas equal final formal fraternal general harmon hospital ideal immun individual industrial initial "
    "institutional item jeopard legal legitim local marginal maxim medical mechan memor minim mobil modern monitor "
    "national neutral normal optim organ patron penal personal priorit privat professional public rational real "
    "recogn reorgan revital scrutin sensit social special stabil standard steril subsid summar symbol synchron "
    "system util victim visual"
)
"""Stems spelled with -ise or -ize. Monitor and the like do no harm: only listed forms are looked up."""
IZED_ENDINGS = "ise ised ises ising isation isations iser isers"
OUR = "behaviour colour endeavour favour harbour honour humour labour neighbour odour rumour vigour"
OUR_ENDINGS = ("", "s", "ed", "ing", "al", "able", "hood", "hoods", "ite", "ful")
DOUBLED = "cancel channel counsel fuel label level marshal model panel parcel pencil signal total travel tunnel"
"""Verbs whose last letter English doubles and American does not."""
DOUBLED_ENDINGS = ("ed", "ing", "er", "ers", "or", "ors")
PAIRS = """
    acknowledgement acknowledgment; acknowledgements acknowledgments; judgement judgment; judgements judgments
    centre center; centres centers; centred centered; theatre theater; theatres theaters; fibre fiber; calibre caliber
    litre liter; litres liters; programme program; programmes programs; defence defense; offence offense
    offences offenses; analyse analyze; analysed analyzed; analysing analyzing; catalogue catalog; dialogue dialog
    fulfil fulfill; fulfils fulfills; fulfilment fulfillment; enrol enroll; enrolment enrollment
    instalment installment; instalments installments; skilful skillful; focused focussed; focusing focussing
    ageing aging; grey gray; paediatric pediatric; paediatrics pediatrics; anaesthetic anesthetic
    orthopaedic orthopedic; gynaecology gynecology; haematology hematology; encyclopaedia encyclopedia
    practise practice; practised practiced; practising practicing; licence license; licences licenses
    despatch dispatch; despatched dispatched; connexion connection; manoeuvre maneuver; sceptical skeptical
    cooperate co-operate; cooperates co-operates; cooperated co-operated; cooperating co-operating
    cooperation co-operation; cooperative co-operative; coordinate co-ordinate; coordinates co-ordinates
    coordinated co-ordinated; coordinating co-ordinating; coordination co-ordination; coordinator co-ordinator
    coordinators co-ordinators; coopted co-opted; email e-mail; emails e-mails; online on-line; website web-site
    ongoing on-going; multidisciplinary multi-disciplinary; multiagency multi-agency; subcontract sub-contract
    subcontractor sub-contractor; subcontractors sub-contractors; subcontracting sub-contracting
    subclause sub-clause; subclauses sub-clauses; subparagraph sub-paragraph; subcommittee sub-committee
    accommodation accomodation; achieve acheive; agreement agrement; agreement agreemnet; approval aproval
    assessment assesment; assessments assesments; beginning begining; believe beleive; commission comission
    committee comittee; committee commitee; definitely definately; environment enviroment; existence existance
    government goverment; independent independant; liaison liason; maintenance maintainance; necessary neccessary
    occurred occured; occurrence occurence; privilege priviledge; publicly publically; receive recieve
    received recieved; recommend recomend; referred refered; responsibility responsability
    responsibilities responsabilities; separate seperate; separately seperately; successful succesful; the teh
    their thier; which wich; with wiht; and adn; business buisness; council concil; management managment
    performance perfomance; procedure proceedure; safeguarding safegaurding; schedule shedule; service sevice
    services sevices
"""
"""One word and another spelling of it, or a common misspelling. Pairs stand between semicolons or line ends."""


def _pairs() -> dict[str, str]:
    found = {}
    for pair in PAIRS.replace("\n", ";").split(";"):
        if words := pair.split():
            found[words[1]] = words[0]
    for stem in IZED.split():
        for ending in IZED_ENDINGS.split():
            found[stem + ending.replace("is", "iz", 1)] = stem + ending
    for word in OUR.split():
        for ending in OUR_ENDINGS:
            found[word.removesuffix("our") + "or" + ending] = word + ending
    for verb in DOUBLED.split():
        for ending in DOUBLED_ENDINGS:
            found[verb + ending] = verb + verb[-1] + ending
    return found


SPELLINGS = _pairs()
"""The form to compare by for each other spelling, all in small letters."""


def spelled(word: str) -> str:
    """The form to compare by of a word in small letters: organize and organise give organise."""
    return SPELLINGS.get(word, word)
