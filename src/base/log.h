#pragma once
/// The program's log: one line an event, on stderr (the journal's when a service), bounded in rate.
#include <string_view>

namespace hall {

enum class LogLevel { debug, info, warning, error };

/// Thread: any. `text` is escaped and cut to one line here, so feed text can never forge a line.
/// More than ten lines a second are dropped; the next line that passes says how many.
void log_line(LogLevel level, std::string_view room, std::string_view text);
void set_log_level(LogLevel least);
/// What a line on stderr begins with where that is the journal's: the priority, "<4>"; empty elsewhere. Thread: any.
std::string_view journal_priority(LogLevel level);

}  // namespace hall
