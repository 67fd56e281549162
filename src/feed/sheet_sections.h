#pragma once
/// From a sheet's rows to the sections of a document. Room-private.
#include <string>
#include <string_view>

#include "feed/sheet_table.h"

namespace hall {

/// Two columns, what and its value; no heading row.
void add_conference(const Worksheet& sheet, const SheetKind& kind, Draft& draft);
/// The section that the table's kind names.
void add_section(const Table& table);
/// A row without a day belongs to the day of the row above, else to the conference's first.
void add_agenda(const Table& table);
/// One row a recipient becomes awards and batches, in the order of the rows.
void add_awards(const Table& table);

/// The id of the member that the draft knows by this id or name, else the id that the name would have.
std::string member_id(const Draft& draft, std::string_view written);
/// object[key] = a person: the name from `name_field`, what else the row's own columns say.
void put_person(const Record& record, Json& object, const std::string& pointer, std::string_view key,
                std::string_view name_field);

}  // namespace hall
