#!/usr/bin/env python3
"""Learns data/stats/syllable_rules.tsv from a pronouncing dictionary.

usage: tests/reference/learn_syllable_rules.py CMUDICT > data/stats/syllable_rules.tsv

Words of one half (first bit of the MD5 of the word) are learned from, those of the other half are
only measured; both shares are printed on standard error. A structured perceptron with averaged
weights: each group of vowel letters takes the count of syllables (0 to 3) for which the rules that
fit it vote; where a word's sum is wrong, the votes move towards the best counts whose sum is right.
"""
import collections
import hashlib
import random
import sys

VOWELS = set("aeiouy")
# Letters left and right of a group that a rule shows; see lib/stats/syllables.cpp.
REACHES = [(0, 0), (1, 0), (2, 0), (3, 0), (0, 1), (0, 2), (0, 3), (1, 1), (2, 1), (1, 2), (2, 2),
           (4, 0), (0, 4)]
COUNTS = range(4)
PRIOR = [0, 0.5, 0, 0]  # one syllable unless told otherwise
RARE = 4      # a rule is tried if it fits so many groups
WEAK = 1      # and kept if its votes differ by more
SCALE = 4     # votes are written in quarters
EPOCHS = 12


def rules_of(word):
    """The rules that fit each group of vowel letters of the word."""
    text = "^" + word + "$"
    groups, at = [], 1
    while at < len(text) - 1:
        if text[at] not in VOWELS:
            at += 1
            continue
        end = at
        while text[end] in VOWELS:
            end += 1
        rules = [text[max(0, at - left):at] + "[" + text[at:end] + "]" + text[end:end + right]
                 for left, right in REACHES]
        groups.append(list(dict.fromkeys(rules)))
        at = end
    return groups


def votes(weights, rules):
    sums = list(PRIOR)
    for rule in rules:
        if rule in weights:
            for count in COUNTS:
                sums[count] += weights[rule][count]
    return sums


def best_count(sums):
    return max(COUNTS, key=lambda count: sums[count])


def best_counts(scores, sums):
    """The best counts of all groups whose sum is one of `sums`."""
    best = {0: (0, ())}
    for score in scores:
        longer = {}
        for total, (value, counts) in best.items():
            for count in COUNTS:
                to = total + count
                if to not in longer or longer[to][0] < value + score[count]:
                    longer[to] = (value + score[count], counts + (count,))
        best = longer
    found = [best[total] for total in sums if total in best]
    return max(found)[1] if found else None


def learn(words):
    fits = collections.Counter(rule for _, _, groups in words for rules in groups for rule in rules)
    words = [(word, gold, [[rule for rule in rules if fits[rule] >= RARE] for rules in groups])
             for word, gold, groups in words]
    weights = collections.defaultdict(lambda: [0] * 4)
    sums = collections.defaultdict(lambda: [0] * 4)
    order, step = random.Random(1), 0
    for _ in range(EPOCHS):
        order.shuffle(words)
        for _, gold, groups in words:
            step += 1
            scores = [votes(weights, rules) for rules in groups]
            guess = [best_count(score) for score in scores]
            if max(1, sum(guess)) in gold:
                continue
            target = best_counts(scores, sorted(gold))
            for rules, wrong, right in zip(groups, guess, target or guess):
                for rule in rules if wrong != right else []:
                    for count, change in ((wrong, -1), (right, 1)):
                        weights[rule][count] += change
                        sums[rule][count] += change * step
    average = {rule: [weight - total / (step + 1) for weight, total in zip(weights[rule], sums[rule])]
               for rule in weights}
    return {rule: [round(SCALE * weight) / SCALE for weight in four]
            for rule, four in average.items() if max(four) - min(four) > WEAK}


def share_right(words, weights):
    right = sum(max(1, sum(best_count(votes(weights, rules)) for rules in groups)) in gold
                for _, gold, groups in words)
    return right / len(words)


def main():
    gold = collections.defaultdict(set)
    for line in open(sys.argv[1], encoding="latin-1"):
        fields = line.split()
        word = fields[0].lower()
        if word.isalpha() and word.isascii():
            gold[word].add(sum(sound[-1].isdigit() for sound in fields[2:]))
    halves = [], []
    for word in sorted(gold):
        half = hashlib.md5(word.encode()).digest()[0] & 1
        halves[half].append((word, gold[word], rules_of(word)))
    weights = learn(list(halves[0]))
    print(f"learned from: {share_right(halves[0], weights):.4f} right; "
          f"held back: {share_right(halves[1], weights):.4f}", file=sys.stderr)
    print("# How the letters around a group of vowel letters vote for its count of syllables.\n"
          "# rule: letters before, the group in brackets, letters after; ^ and $ are the word's ends\n"
          "# zero one two three: votes for that many syllables, in quarters; the rules that fit are added up\n"
          "# source: learned from half of the CMU Pronouncing Dictionary 0.7a by a script; no entry is kept\n"
          "# licence: BSD-2-Clause (Carnegie Mellon University)\n"
          "# rebuild: tests/reference/learn_syllable_rules.py cmudict-0.7a.txt\n"
          "# columns: rule zero one two three\n"
          "# key: rule")
    for rule in sorted(weights):
        print(rule, *(int(SCALE * weight) for weight in weights[rule]), sep="\t")


main()
