"""A Danish report's words in English: inflection, compounds, the order of words, and the way back."""

from __future__ import annotations

import pytest

from missionwatch.annotating.glossing.gloss import glossed
from missionwatch.annotating.sentences import sentences
from missionwatch.catalogue.load import load_catalogue
from missionwatch.model.document import Document
from missionwatch.model.gloss import Gloss
from missionwatch.model.passage import Span
from missionwatch.model.report import Report


def gloss_of(text: str) -> Gloss:
    return glossed(Document(Report(text, "test"), "da", sentences=sentences(text, "da")), load_catalogue())[1]


CASES = [
    # the verb stands second
    ("I dag overtager Danmark ledelsen af missionen.", "Today Denmark takes over the leadership of the mission."),
    ("Nu har også Norge sendt soldater.", "Now Norway has also sent soldiers."),
    ("Efter angrebet i januar blev missionen sat på pause.",
     "After the attack in January the mission was put on hold."),
    ("Hvis situationen tillader det, genoptager styrken arbejdet.",
     "If the situation allows it, the force will resume the work."),
    ("Den opgave løser vi sammen.", "The task, we perform together."),
    ("Her skal Danmark, Norge og Sverige stå for vagten.", "Here Denmark, Norway and Sweden shall lead the guard."),
    ("Norge skal de næste fire måneder lede patruljerne over Estland, Letland og Litauen.",
     "Norway shall lead the patrols over Estonia, Latvia and Lithuania the next four months."),
    # formal subjects, relatives, how a thing is done, money
    ("Der blev sendt 80 norske soldater.", "80 Norwegian soldiers were sent."),
    ("Det er Irland og Finland, som har sendt soldater.", "Ireland and Finland have sent soldiers."),
    ("Det er en mission, som nu udvides.", "It is a mission, which now is expanded."),
    ("Soldaterne ventes sendt i maj.", "The soldiers are expected to be sent in May."),
    ("Danmark har gradvist trukket sine soldater hjem.", "Denmark has gradually withdrawn its soldiers."),
    ("Danmark giver 2 mio. kr. til missionen.", "Denmark gives 2 million kroner to the mission."),
    # how many, where Danish tells it behind
    ("Finland sender 40 soldater mere til Libanon.", "Finland sends 40 more soldiers to Lebanon."),
    ("Irland har et kompagni i Libanon på 90 mand.", "Ireland has a company of 90 men in Lebanon."),
    ("I dag er det danske bidrag til FN på 70 mand.", "Today the Danish contribution to the UN numbers 70 men."),
    ("Senere fulgte et bidrag på 20 mand.", "Later a contribution of 20 men followed."),
    ("Styrken, der talte 300 mand, blev hjemsendt.", "The force, which numbered 300 men, was sent home."),
    # adverbs, circumstances and what may be several kinds of words
    ("Irland stopper nu bidraget.", "Ireland now stops the contribution."),
    ("Styrken blev udvidet betydeligt i maj.", "The force was expanded considerably in May."),
    ("Styrken, der siden maj har ledet vagten, er stor.", "The force, which has led the guard since May, is large."),
    ("En 40-årig soldat kørte bilen.", "A 40-year-old soldier drove the car."),
    ("FN-bidraget er stort.", "The UN contribution is large."),
    ("Byen blev lukket, da soldater kom.", "The town was closed, when soldiers came."),
    ("20 soldater skal af sted i maj.", "20 soldiers will be deployed in May."),
    ("De både træner og vejleder.", "They both train and guide."),
    ("Norge vil bidrage, men antallet reduceres.", "Norway will contribute, but the number is reduced."),
    ("Danmark sender betydeligt flere soldater.", "Denmark sends considerably more soldiers."),
    ("To soldater er døde.", "Two soldiers are dead."),
    ("Malis parlament har som ventet sagt nej.", "Mali's parliament has as expected refused."),
    ("Styrken har vagt- og transportopgaver.", "The force has guard and transport tasks."),
    ("Da de sidste soldater rejste, lukkede lejren.", "When the last soldiers traveled, the camp closed."),
    ("Landet råder ikke over egne fly.", "The country does not have own aircraft."),
    ("Irland er med 90 mand den største bidragyder.", "Ireland is the largest contributor with 90 men."),
    ("Irland bidrager fremover ikke til styrken.", "Ireland does not contribute in future to the force."),
    # words that may be verbs
    ("Det rammer styrken.", "It hits the force."),
    ("Byen blev ramt, da tre ansatte døde.", "The town was hit, when three employees died."),
    ("Soldaterne, der blev såret, var udsendt.", "The soldiers, which were wounded, were deployed."),
    ("Hun overtog tirsdag kommandoen over styrken.", "She took command of the force on Tuesday."),
    # inflection
    ("Missionen forlænges.", "The mission is extended."),
    ("Missionen skal forlænges.", "The mission shall be extended."),
    ("Soldaterne blev sendt hjem.", "The soldiers were withdrawn."),
    ("Soldaterne er rejst.", "The soldiers have traveled."),
    ("Missionen er blevet udvidet.", "The mission has been expanded."),
    ("Danmarks bidrag er på 130 mand.", "Denmark's contribution numbers 130 men."),
    ("De udsendte soldater træner irakere.", "The deployed soldiers train Iraqis."),
    ("Bataljonen, der er på 400 mand, trækkes hjem.", "The battalion, which numbers 400 men, is withdrawn."),
    ("Det samlede bidrag er på plads.", "The total contribution is in place."),
    ("Fire danske kampfly afløste et tysk fly.", "Four Danish fighter jets replaced a German aircraft."),
    ("En patrulje ved byen kørte på en mine.", "A patrol at the town ran over a mine."),
    ("Danmark hjælper ved at sende forsvarsministeriets rådgivere.",
     "Denmark helps by sending the Danish defence ministry's advisers."),
    # particles, negation, plans
    ("Tyskland trækker sine soldater hjem.", "Germany withdraws its soldiers."),
    ("Danmark sender ikke soldater.", "Denmark does not send soldiers."),
    ("Ministeren siger, at Danmark ikke sender soldater.", "The minister says that Denmark does not send soldiers."),
    ("Efter planen overtager Italien ledelsen.", "Italy is to take over the leadership."),
    # compounds
    ("Danmarks træningsbidrag til Irak-missionen", "Denmark's training contribution to the Iraq mission"),
    ("Den NATO-ledede styrke", "The NATO-led force"),
    ("Den franskledede styrke", "The French-led force"),
    ("Den britisk ledede styrke", "The British-led force"),
    ("Fire FN-soldater", "Four UN soldiers"),
    # infinitives and joining words
    ("Danmark er klar til at sende soldater for at træne irakere.",
     "Denmark is ready to send soldiers to train Iraqis."),
    ("Opgaven, som soldaterne løser, er vigtig.", "The task, which the soldiers perform, is important."),
    ("Der er 200 soldater i styrken, der ledes af Italien.",
     "There are 200 soldiers in the force, which is led by Italy."),
]  # fmt: skip


@pytest.mark.parametrize(("danish", "english"), CASES)
def test_a_sentence_in_english(danish: str, english: str) -> None:
    assert gloss_of(danish).text == english


def test_every_piece_leads_back_to_its_own_words() -> None:
    text = "I dag overtager Danmark ledelsen.\n\nSoldaterne bliver der."
    gloss = gloss_of(text)
    at = gloss.text.index("Denmark")
    own = gloss.back(Span(at, at + len("Denmark takes over")))
    assert own is not None
    assert own.of(text) == "overtager Danmark"
    assert gloss.back(Span(0, 0)) is None
    assert [piece.start for piece in gloss.pieces] == sorted(piece.start for piece in gloss.pieces)
    assert "\n\n" in gloss.text
