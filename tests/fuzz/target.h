#pragma once
/// What strangers' bytes reach, one function a parser: it may refuse them, it may not crash, hang or eat memory.
#include <ostream>
#include <span>
#include <string_view>

namespace hall::fuzz {

struct Target {
    const char* name;
    void (*run)(std::string_view bytes);
    std::string_view seeds;  ///< files of the source tree to begin with, besides seeds/NAME and found/NAME; by spaces
    friend void PrintTo(const Target& one, std::ostream* out) { *out << one.name; }
};

std::span<const Target> targets();

void decode(std::string_view);
void csv(std::string_view);
void workbook(std::string_view);
void workbook_parts(std::string_view);
void calendar(std::string_view);
void frab_xml(std::string_view);
void frab_json(std::string_view);
void recognise(std::string_view);
void text(std::string_view);
void layout(std::string_view);
void cache_index(std::string_view);
void event_stream(std::string_view);
void channel(std::string_view);
void url(std::string_view);
void picture_header(std::string_view);
void picture(std::string_view);
void decision(std::string_view);
void answer_header(std::string_view);
void configuration(std::string_view);
void keys(std::string_view);
void sealed(std::string_view);
void contents(std::string_view);
void play(std::string_view);
void report(std::string_view);

}  // namespace hall::fuzz
