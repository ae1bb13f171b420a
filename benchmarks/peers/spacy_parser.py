"""spaCy's small tagger and parser, as large as its small English model, but with weights at random.

The trained model is a download that a lock file with hashes of packages cannot name. Speed does not depend on what the
weights are: there are as many, they are multiplied as often, and there are as many tags, labels and moves to choose
from.
"""

from __future__ import annotations

from collections.abc import Iterator

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import Config, fix_random_seed

WHAT = "tagger and parser, CNN of width 96 and depth 4, 50 tags and 45 labels, untrained"
BATCH = 64

_LABELS = (
    "acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj dative dep det dobj "
    "expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj predet prep "
    "prt punct quantmod relcl xcomp"
).split()
_TAGS = [f"T{number}" for number in range(50)]
_WORDS = ("A", "dog", "sees", "the", "cat", ".")
_HEADS = ((1, 2, 2, 4, 2, 2), (0, 0, 1, 4, 1, 0))
"""Two trees, so that each label is seen on arcs to the left and to the right."""

_CONFIG = """
[nlp]
lang = "en"
pipeline = ["tok2vec", "tagger", "parser"]

[components]

[components.tok2vec]
factory = "tok2vec"

[components.tok2vec.model]
@architectures = "spacy.Tok2Vec.v2"

[components.tok2vec.model.embed]
@architectures = "spacy.MultiHashEmbed.v2"
width = 96
attrs = ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"]
rows = [5000, 1000, 2500, 2500, 50, 50]
include_static_vectors = false

[components.tok2vec.model.encode]
@architectures = "spacy.MaxoutWindowEncoder.v2"
width = 96
depth = 4
window_size = 1
maxout_pieces = 3

[components.tagger]
factory = "tagger"

[components.tagger.model]
@architectures = "spacy.Tagger.v2"

[components.tagger.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = 96

[components.parser]
factory = "parser"

[components.parser.model]
@architectures = "spacy.TransitionBasedParser.v2"
state_type = "parser"
extra_state_tokens = false
hidden_width = 64
maxout_pieces = 2
use_upper = true

[components.parser.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = 96
"""


def parser() -> Language:
    """The pipeline, ready to parse."""
    fix_random_seed(1)
    nlp = spacy.util.load_model_from_config(Config().from_str(_CONFIG), auto_fill=True)
    shown = list(_examples(nlp))
    nlp.initialize(lambda: shown)
    return nlp


def _examples(nlp: Language) -> Iterator[Example]:
    """Every label in both directions often enough to be kept, and every tag."""
    for number, tag in enumerate(_TAGS):
        for label in _LABELS:
            heads = _HEADS[number % 2]
            labels = ["ROOT" if head == place else label for place, head in enumerate(heads)]
            yield Example.from_dict(
                Doc(nlp.vocab, words=list(_WORDS)),
                {"tags": [tag] * len(_WORDS), "heads": list(heads), "deps": labels},
            )


def parse(nlp: Language, sentences: list[str]) -> int:
    """Parse; gives the number of tokens."""
    return sum(len(doc) for doc in nlp.pipe(sentences, batch_size=BATCH))
