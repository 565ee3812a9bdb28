"""The faults, by what they are about."""

from tests.seeded.fault import Fault
from tests.seeded.faults.companions import COMPANIONS
from tests.seeded.faults.order import ORDER
from tests.seeded.faults.past import PAST
from tests.seeded.faults.reading import READING
from tests.seeded.faults.risks import RISKS
from tests.seeded.faults.structure import STRUCTURE
from tests.seeded.faults.truth import TRUTH

FAULTS: tuple[Fault, ...] = (*READING, *STRUCTURE, *TRUTH, *ORDER, *COMPANIONS, *RISKS, *PAST)
