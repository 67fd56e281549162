#include "feed/sheet_sections.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/text.h"
#include "feed/row_roles.h"

namespace hall {
namespace {

Json& list_in(Json& object, std::string_view key) {
    Json& list = object[std::string(key)];
    if (!list.is_array()) list = Json::array();
    return list;
}

void add_members(const Table& table) {
    Json& members = list_in(table.draft().document, "members");
    std::unordered_set<std::string> ids;
    std::string last;
    table.for_each([&](const Record& record) {
        if (left_out_as_total(record, {"name", "representative"})) return;
        const std::string name = clean_text(record.text("name"));
        // Merged cells leave the name empty, or a unit stands there once for each of its people.
        const bool continues = !members.empty() && record.has("representative") && (name.empty() || name == last);
        if (!continues) {
            const std::string pointer = fmt::format("/members/{}", members.size());
            record.place(pointer);
            Json member = Json::object();
            record.put(member, pointer, "id");
            std::string id = member.contains("id") ? member["id"].get<std::string>() : id_from(name);
            if (!member.contains("id"))
                for (std::size_t number = 2; ids.contains(id); ++number)
                    id = fmt::format("{}-{}", id_from(name), number);
            ids.insert(id);
            if (!id.empty()) member["id"] = id;
            for (const std::string_view field : {"name", "short_name", "role", "group", "logo"})
                record.put(member, pointer, field);
            members.push_back(std::move(member));
            last = name;
        }
        if (!record.has("representative")) return;
        Json& persons = list_in(members.back(), "representatives");
        const std::string pointer = fmt::format("/members/{}/representatives", members.size() - 1);
        Json holder = Json::object();
        put_person(record, holder, pointer, std::to_string(persons.size()), "representative");
        persons.push_back(std::move(holder.begin().value()));
    });
}

void add_persons(const Table& table) {
    table.for_each([&](const Record& record) {
        if (left_out_as_total(record, {"name"})) return;
        std::string section(table.kind().section);
        if (record.has("seat"))
            if (const Json seat = record.value("seat"); seat.is_string()) section = seat.get<std::string>();
        Json& persons = list_in(table.draft().document, section);
        Json holder = Json::object();
        put_person(record, holder, '/' + section, std::to_string(persons.size()), "name");
        persons.push_back(std::move(holder.begin().value()));
    });
}

/// A list's rows, each an object of the fields that the format has under the same names.
template <std::size_t count>
void add_rows(const Table& table, Json& list, const std::string& pointer,
              const std::array<std::string_view, count>& fields) {
    table.for_each([&](const Record& record) {
        const std::string place = fmt::format("{}/{}", pointer, list.size());
        record.place(place);
        Json object = Json::object();
        for (const std::string_view field : fields) record.put(object, place, field);
        list.push_back(std::move(object));
    });
}

/// What stands above the headings as "Tiêu đề: ..." in two cells.
void add_preamble(const Table& table, Json& object, std::string_view person_key) {
    constexpr std::string_view title_names[] = {"tieu de", "title", "ten"};
    constexpr std::string_view person_names[] = {"nguoi trinh bay", "nguoi bao cao", "nguoi de xuat",
                                                 "don vi de xuat",  "presenter",     "proposer"};
    for (std::size_t i = 0; i < table.headings().index; ++i) {
        const Row& row = table.sheet().rows[i];
        const std::string label = bare_heading(row.cell(0).text);
        const Cell& value = row.cell(1);
        if (value.empty()) continue;
        const auto put = [&](std::string_view key) {
            object[std::string(key)] = value.text;
            table.draft().places.set_cell(fmt::format("/{}/{}", table.kind().section, key), table.sheet().name,
                                          row.number, row.cell(0).text);
        };
        if (std::ranges::find(title_names, label) != std::end(title_names)) put("title");
        if (!person_key.empty() && std::ranges::find(person_names, label) != std::end(person_names)) put(person_key);
    }
}

void add_report(const Table& table) {
    Json& report = table.draft().document["report"];
    add_preamble(table, report, "presenter");
    table.for_each([&](const Record& record) {
        const auto add_point = [&](std::string_view field) {
            Json& points = list_in(report, "points");
            Json holder = Json::object();
            record.put(holder, "/report/points", std::to_string(points.size()), field);
            if (!holder.empty()) points.push_back(std::move(holder.begin().value()));
        };
        if (record.has("value")) {
            Json& figures = list_in(report, "figures");
            const std::string pointer = fmt::format("/report/figures/{}", figures.size());
            record.place(pointer);
            Json figure = Json::object();
            for (const std::string_view field : {"value", "unit", "label"}) record.put(figure, pointer, field);
            figures.push_back(std::move(figure));
        } else if (record.has("label")) {
            add_point("label");
        }
        if (record.has("point")) add_point("point");
    });
}

void add_tasks(const Table& table) {
    Json& tasks = table.draft().document["tasks"];
    add_preamble(table, tasks, "proposer");
    add_rows(table, list_in(tasks, "items"), "/tasks/items", std::array<std::string_view, 2>{"heading", "detail"});
}

void add_speeches(const Table& table) {
    Json& speeches = list_in(table.draft().document, "speeches");
    table.for_each([&](const Record& record) {
        const bool continues = !record.has("name") && !speeches.empty();
        if (!continues) {
            const std::string pointer = fmt::format("/speeches/{}", speeches.size());
            record.place(pointer);
            Json speech = Json::object();
            put_person(record, speech, pointer, "speaker", "name");
            record.put(speech, pointer, "occasion");
            speeches.push_back(std::move(speech));
        }
        for (const std::string_view field : {"points", "references"}) {
            Json& list = list_in(speeches.back(), field);
            for (Json& line : record.has(field) ? record.value(field) : Json::array()) {
                record.place(fmt::format("/speeches/{}/{}/{}", speeches.size() - 1, field, list.size()));
                list.push_back(std::move(line));
            }
        }
    });
}

void add_covenant(const Table& table) {
    Json& covenant = table.draft().document["covenant"];
    add_preamble(table, covenant, "");
    table.for_each([&](const Record& record) {
        if (record.has("pledge")) {
            Json& pledges = list_in(covenant, "pledges");
            Json holder = Json::object();
            record.put(holder, "/covenant/pledges", std::to_string(pledges.size()), "pledge");
            if (!holder.empty()) pledges.push_back(std::move(holder.begin().value()));
        }
        if (!record.has("member")) return;
        Json& signatories = list_in(covenant, "signatories");
        const std::string pointer = fmt::format("/covenant/signatories/{}", signatories.size());
        record.place(pointer);
        Json signatory = {{"member", member_id(table.draft(), record.text("member"))}};
        record.put(signatory, pointer, "state");
        signatories.push_back(std::move(signatory));
    });
}

}  // namespace

void put_person(const Record& record, Json& object, const std::string& pointer, std::string_view key,
                std::string_view name_field) {
    const std::string place = pointer + '/' + std::string(key);
    record.place(place);
    Json person = Json::object();
    record.put(person, place, "honorific");
    record.put(person, place, "name", name_field);
    record.put(person, place, "position");
    if (name_field != "representative") record.put(person, place, "organisation");
    record.put(person, place, "photo");
    object[std::string(key)] = std::move(person);
}

std::string member_id(const Draft& draft, std::string_view written) {
    const std::string name = clean_text(written);
    if (const auto members = draft.document.find("members"); members != draft.document.end())
        for (const Json& member : *members)
            for (const char* key : {"id", "name", "short_name"})
                if (const auto found = member.find(key);
                    found != member.end() && clean_text(found->get_ref<const std::string&>()) == name)
                    return member.value("id", id_from(name));
    return id_from(name);
}

void add_conference(const Worksheet& sheet, const SheetKind& kind, Draft& draft) {
    Json& conference = draft.document["conference"];
    if (!conference.is_object()) conference = Json::object();
    for (const Row& row : sheet.rows) {
        const std::string label = clean_text(row.cell(0).text);
        std::size_t at = 1;
        while (at + 1 < row.cells.size() && row.cells[at].empty()) ++at;
        const Cell& value = row.cell(at);
        if (label.empty() || value.empty()) continue;  // a title, a value nobody has given yet
        const Column* column = column_named(kind, label);
        if (!column) {
            // A heading row "Mục | Giá trị" says nothing of its own.
            if (const std::string bare = bare_heading(value.text); bare == "gia tri" || bare == "value") continue;
            draft.findings.warning(
                "row.unknown", place_in_sheet(sheet.name, row.number, escape_for_log(label, 80)),
                {fmt::format("Không hiểu mục \"{}\", nên hàng này không được dùng.", escape_for_log(label, 80)),
                 fmt::format("\"{}\" is not understood, so this row is not used.", escape_for_log(label, 80))});
            continue;
        }
        if (is_formula_error(value.text)) {
            draft.findings.error("cell.formula", place_in_sheet(sheet.name, row.number, escape_for_log(label, 80)),
                                 formula_error(value.text));
            continue;
        }
        Json read = read_cell(value, column->kind, {}, draft.wish->zone);
        if (read.is_null()) {
            draft.findings.error("cell.unreadable", place_in_sheet(sheet.name, row.number, escape_for_log(label, 80)),
                                 cannot_read(value, column->kind, {}));
            continue;
        }
        const std::string pointer = (column->field.front() == '/' ? "" : "/conference/") + std::string(column->field);
        draft.places.set_cell(pointer, sheet.name, row.number, escape_for_log(label, 80));
        draft.document[Json::json_pointer(pointer)] = std::move(read);
    }
}

void add_section(const Table& table) {
    const std::string_view section = table.kind().section;
    Json& document = table.draft().document;
    if (section == "agenda") return add_agenda(table);
    if (section == "members") return add_members(table);
    if (section == "awards") return add_awards(table);
    if (section == "presidium" || section == "guests") return add_persons(table);
    if (section == "report") return add_report(table);
    if (section == "tasks") return add_tasks(table);
    if (section == "speeches") return add_speeches(table);
    if (section == "covenant") return add_covenant(table);
    if (section == "movements")
        add_rows(table, list_in(document, section), "/movements",
                 std::array<std::string_view, 4>{"title", "slogan", "aim", "detail"});
}

}  // namespace hall
