"""Writes fsrs-histories.txt: 10,000 histories of answers, and what the PyPI package `fsrs` makes of each.

    python3 -m venv venv && venv/bin/pip install fsrs==6.3.2 && venv/bin/python histories.py > fsrs-histories.txt

Nothing of a history is stored but its number: it seeds SplitMix64, which tests/memory_reference.rs draws from in the
same order. Default parameters, no learning steps, no fuzz, whole days.
"""

from datetime import datetime, timedelta, timezone

from fsrs import Card, Rating, Scheduler

COUNT = 10_000
RETENTIONS = (0.80, 0.85, 0.90, 0.95)
MASK = (1 << 64) - 1


class Seeded:
    def __init__(self, seed):
        self.state = seed

    def below(self, bound):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & MASK
        return (mixed ^ (mixed >> 31)) % bound


def gap(random):
    kind = random.below(8)
    if kind == 0:
        return 0
    if kind == 1:
        return 1
    return 1 + random.below((10, 10, 30, 60, 120, 400)[kind - 2])


def main():
    print("# number: stability, difficulty, days to the next answer; fsrs 6.3.2 (PyPI), made by histories.py")
    for number in range(COUNT):
        random = Seeded(number)
        scheduler = Scheduler(
            desired_retention=RETENTIONS[number % len(RETENTIONS)],
            learning_steps=(),
            relearning_steps=(),
            enable_fuzzing=False,
        )
        card = Card(card_id=number)
        now = datetime(2026, 1, 1, 12, tzinfo=timezone.utc)
        for answer in range(1 + random.below(16)):
            if answer > 0:
                now += timedelta(days=gap(random))
            kind = random.below(10)
            rating = Rating.Again if kind < 2 else Rating.Hard if kind < 4 else Rating.Good
            card, _ = scheduler.review_card(card, rating, now)
        print(f"{card.stability:.6g} {card.difficulty:.5g} {(card.due - now).days}")


main()
