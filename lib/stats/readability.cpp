#include "stats/readability.h"

#include <array>
#include <cmath>

#include "stats/item_reader.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace lede::stats {
namespace {

double real(std::uint64_t count) { return static_cast<double>(count); }

// 0 of nothing.
double ratio(std::uint64_t x, std::uint64_t y) { return y > 0 ? real(x) / real(y) : 0; }

double words_per_sentence(const TextSize& t) { return ratio(t.words, t.sentences); }
double syllables_per_word(const TextSize& t) { return ratio(t.syllables, t.words); }
double characters_per_word(const TextSize& t) { return ratio(t.characters, t.words); }

// A formula over counts of a text, or 0 if there is none.
template <double (*formula)(const TextSize&)>
double of_text(const TextSize& t) {
    return t.words > 0 && t.sentences > 0 ? formula(t) : 0;
}

double flesch(const TextSize& t) {
    return 206.835 - 1.015 * words_per_sentence(t) - 84.6 * syllables_per_word(t);
}
double flesch_kincaid(const TextSize& t) {
    return 0.39 * words_per_sentence(t) + 11.8 * syllables_per_word(t) - 15.59;
}
double fog(const TextSize& t) {
    return 0.4 * (words_per_sentence(t) + 100 * ratio(t.polysyllables, t.words));
}
double smog(const TextSize& t) {
    return 1.043 * std::sqrt(30 * ratio(t.polysyllables, t.sentences)) + 3.1291;
}
double ari(const TextSize& t) {
    return 4.71 * characters_per_word(t) + 0.5 * words_per_sentence(t) - 21.43;
}
double coleman_liau(const TextSize& t) {
    return 0.0588 * 100 * characters_per_word(t) - 0.296 * 100 * ratio(t.sentences, t.words) - 15.8;
}
double lix(const TextSize& t) { return words_per_sentence(t) + 100 * ratio(t.long_words, t.words); }
double rix(const TextSize& t) { return ratio(t.long_words, t.sentences); }
double linsear(const TextSize& t) {
    const double points = real(t.words - t.polysyllables) + 3 * real(t.polysyllables);
    const double score = points / real(t.sentences);
    return score > 20 ? score / 2 : score / 2 - 1;
}
double forcast(const TextSize& t) { return 20 - 15 * ratio(t.monosyllables, t.words); }
double eflaw(const TextSize& t) { return ratio(t.words + t.short_words, t.sentences); }
double farr_jenkins_paterson(const TextSize& t) {
    return 1.599 * 100 * ratio(t.monosyllables, t.words) - 1.015 * words_per_sentence(t) - 31.517;
}
double power_sumner_kearl(const TextSize& t) {
    return 0.0778 * words_per_sentence(t) + 0.0455 * 100 * syllables_per_word(t) - 2.2029;
}
double fang_elf(const TextSize& t) { return ratio(t.syllables - t.words, t.sentences); }
double wheeler_smith(const TextSize& t) {
    return words_per_sentence(t) * 10 * ratio(t.words - t.monosyllables, t.words);
}
double strain(const TextSize& t) { return 0.3 * ratio(t.syllables, t.sentences); }
double danielson_bryan(const TextSize& t) {
    const double blanks = real(t.words - 1);
    return 1.0364 * real(t.characters) / std::max(blanks, 1.0) +
           0.0194 * ratio(t.characters, t.sentences) - 0.6059;
}

constexpr std::string_view kNone = "0 for no text";

constexpr std::array kMeasures = {
    ReadabilityMeasure{{"asl", "words / sentences", "", kNone}, of_text<words_per_sentence>},
    ReadabilityMeasure{{"asw", "syllables / words", "", kNone}, of_text<syllables_per_word>},
    ReadabilityMeasure{{"acw", "characters / words", "", kNone}, of_text<characters_per_word>},
    ReadabilityMeasure{{"flesch", "206.835 - 1.015 asl - 84.6 asw", "Flesch 1948",
                        "high is easy; 60 to 70 is plain English"},
                       of_text<flesch>},
    ReadabilityMeasure{{"flesch_kincaid", "0.39 asl + 11.8 asw - 15.59", "Kincaid et al. 1975",
                        "a grade of US schools"},
                       of_text<flesch_kincaid>},
    ReadabilityMeasure{
        {"fog", "0.4 (asl + 100 words of 3 and more syllables / words)", "Gunning 1952",
         "names and inflected forms count as hard, as in most programs"},
        of_text<fog>},
    ReadabilityMeasure{{"smog", "1.043 sqrt(30 words of 3 and more syllables / sentences) + 3.1291",
                        "McLaughlin 1969", "made for 30 sentences and more"},
                       of_text<smog>},
    ReadabilityMeasure{
        {"ari", "4.71 acw + 0.5 asl - 21.43", "Smith and Senter 1967", "a grade of US schools"},
        of_text<ari>},
    ReadabilityMeasure{{"coleman_liau", "0.0588 L - 0.296 S - 15.8, per 100 words",
                        "Coleman and Liau 1975", "a grade of US schools"},
                       of_text<coleman_liau>},
    ReadabilityMeasure{{"lix", "asl + 100 words of 7 and more characters / words", "Bjornsson 1968",
                        "below 30 easy, above 50 hard"},
                       of_text<lix>},
    ReadabilityMeasure{
        {"rix", "words of 7 and more characters / sentences", "Anderson 1983", kNone},
        of_text<rix>},
    ReadabilityMeasure{{"linsear", "r = (easy + 3 hard) / sentences; r / 2 - (r > 20 ? 0 : 1)",
                        "O'Hayre 1966", "over the whole text, not a sample of 100 words"},
                       of_text<linsear>},
    ReadabilityMeasure{{"forcast", "20 - words of one syllable in 150 / 10", "Caylor et al. 1973",
                        "scaled to the text's length"},
                       of_text<forcast>},
    ReadabilityMeasure{{"eflaw", "(words + words of 3 characters and fewer) / sentences",
                        "McAlpine 2004", "up to 25 is easy for learners"},
                       of_text<eflaw>},
    ReadabilityMeasure{
        {"farr_jenkins_paterson", "1.599 words of one syllable per 100 - 1.015 asl - 31.517",
         "Farr, Jenkins and Paterson 1951", "high is easy"},
        of_text<farr_jenkins_paterson>},
    ReadabilityMeasure{{"power_sumner_kearl", "0.0778 asl + 0.0455 syllables per 100 - 2.2029",
                        "Powers, Sumner and Kearl 1958", "a grade of US schools"},
                       of_text<power_sumner_kearl>},
    ReadabilityMeasure{{"fang_elf", "(syllables - words) / sentences", "Fang 1966",
                        "easy listening; below 12 is clear when heard"},
                       of_text<fang_elf>},
    ReadabilityMeasure{{"wheeler_smith", "asl 10 words of 2 and more syllables / words",
                        "Wheeler and Smith 1954", kNone},
                       of_text<wheeler_smith>},
    ReadabilityMeasure{{"strain", "syllables in 3 sentences / 10", "Solomon 2006", kNone},
                       of_text<strain>},
    ReadabilityMeasure{
        {"danielson_bryan", "1.0364 characters / blanks + 0.0194 characters / sentences - 0.6059",
         "Danielson and Bryan 1963", kNone},
        of_text<danielson_bryan>},
};

}  // namespace

void TextSize::add(const Document& document, const SyllableCounter& counter) {
    ++articles;
    const auto& tokens = document.tokens;
    std::size_t sentence = 0;
    std::size_t counted_sentence = document.sentences.size();  // none yet
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        Span span = tokens[i].span;
        const std::size_t first = i;
        for (; i + 1 < tokens.size() && tokens[i + 1].joined; ++i)
            span.end = tokens[i + 1].span.end;
        const std::string_view word = document.text_of(span);
        const std::uint32_t sounds = counter.count(word);
        if (sounds == 0) continue;
        std::uint64_t size = 0;
        for (std::size_t at = 0; at < word.size();) {
            const utf8::Decoded next = utf8::decode(word, at);
            if (unicode::is_alphanumeric(next.code_point)) ++size;
            at += next.size;
        }
        ++words;
        characters += size;
        syllables += sounds;
        monosyllables += sounds == 1;
        polysyllables += sounds >= 3;
        short_words += size <= 3;
        long_words += size >= 7;
        while (sentence < document.sentences.size() &&
               document.sentences[sentence].last_token <= first)
            ++sentence;
        if (sentence < document.sentences.size() && sentence != counted_sentence) {
            counted_sentence = sentence;
            ++sentences;
        }
    }
}

TextSize& TextSize::operator+=(const TextSize& other) {
    articles += other.articles;
    sentences += other.sentences;
    words += other.words;
    characters += other.characters;
    syllables += other.syllables;
    monosyllables += other.monosyllables;
    polysyllables += other.polysyllables;
    short_words += other.short_words;
    long_words += other.long_words;
    return *this;
}

std::span<const ReadabilityMeasure> readability_measures() { return kMeasures; }

const ReadabilityMeasure* find_readability(std::string_view name) {
    for (const ReadabilityMeasure& measure : kMeasures)
        if (measure.is.name == name) return &measure;
    return nullptr;
}

}  // namespace lede::stats
