#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/text.h"
#include "feed/row_roles.h"
#include "feed/sheet_sections.h"

namespace hall {
namespace {

/// Of the award, not of the recipient: said once, in the first row or in every row.
constexpr std::array<std::string_view, 8> award_fields{"id",     "rank",        "status",    "visibility",
                                                       "reveal", "proposed_by", "authority", "ground"};
constexpr std::array<std::string_view, 4> decision_fields{"number", "date", "issuer", "about"};
/// Of a person who receives, or who stands for the unit that does.
constexpr std::array<std::string_view, 2> person_fields{"honorific", "position"};
constexpr std::array<std::string_view, 4> recipient_fields{"organisation", "representative", "citation", "photo"};

/// Folded: what stands in the names of awards that only persons receive, unless they say "Tập thể".
constexpr std::array<std::string_view, 5> award_words_of_persons{
    "chien si thi dua", "chien sy thi dua", "chien si tien tien", "chien sy tien tien", "lao dong tien tien"};

bool is_for_persons(std::string_view award) {
    const std::string folded = fold(award);
    const auto contains = [&](std::string_view words) { return folded.find(words) != std::string::npos; };
    return !contains("tap the") && std::ranges::any_of(award_words_of_persons, contains);
}

/// "Bằng khen" and "BẰNG KHEN " are one award; "Bằng khen" and "Băng khen" are not.
std::string key_of(std::string_view name) { return to_upper(clean_text(name)); }

class AwardRows {
public:
    explicit AwardRows(const Table& table) : table_(&table), awards_(table.draft().document["awards"]), titles_(table) {
        if (!awards_.is_array()) awards_ = Json::array();
    }

    void read(const Record& record) {
        if (left_out_as_total(record, {"person", "collective", "name"})) return;
        RowRole role = titles_.role_of(record);
        if (role.kind != RowRole::Kind::recipient) return read_title(record, std::move(role));
        if (record.empty()) return;
        if (!chosen_ && !title_ && !table_->has("award")) return report_no_award(record);
        choose(record);
        put_award(record);
        add_recipient(record, awards_[at_], fmt::format("/awards/{}", at_));
    }

    void finish() {
        put_unclear();
        for (Json& award : awards_)
            if (!award.contains("id") && award.contains("name"))
                award["id"] = id_from(award["name"].get_ref<const std::string&>());
    }

private:
    void read_title(const Record& record, RowRole role) {
        // A merged award cell may begin beside a title.
        if (record.has("award")) {
            choose(record);
            put_award(record);
        }
        if (role.kind == RowRole::Kind::recipients) {
            section_kind_ = std::move(role.text);
            return;
        }
        if (role.kind == RowRole::Kind::doubtful_award && !takes_doubtful(record, role.text)) return;
        section_kind_.clear();
        if (!record.has("award")) title_.emplace(Title{record, std::move(role.text)});
    }

    /// A row that named the award of those below it; taken up by the first of them that names none itself.
    struct Title {
        Record record;
        std::string text;
    };

    /// Titles alone may name the awards; above this row there is none.
    void report_no_award(const Record& record) {
        if (std::exchange(no_award_reported_, true)) return;
        const std::string column(first_name(column_of_field(table_->kind(), "award")->names));
        record.error(
            "column.missing", "",
            {fmt::format(
                 "Không biết hàng này được tặng gì, nên không được chiếu: thiếu cột \"{}\", phía trên cũng không "
                 "có hàng tiêu đề như \"I | CỜ THI ĐUA\". Thêm cột hoặc hàng ấy.",
                 column),
             fmt::format("Nobody can tell what this row receives, so it is left out: there is no column \"{}\" (award) "
                         "and no title like \"I | CỜ THI ĐUA\" above it. Add one of them.",
                         column)});
    }

    /// Merged cells leave the award's name empty: it is the one above.
    void choose(const Record& record) {
        if (record.has("award")) {
            const auto title = std::exchange(title_, std::nullopt);
            from_column_ = true;
            choose_named(record.text("award"), record);
            // The title said of the award what its rows need not say again.
            if (title && key_of(title->text) == key_of(record.text("award"))) put_award(title->record);
        } else if (title_) {
            const Title title = *std::move(title_);
            title_.reset();
            from_column_ = false;
            choose_named(title.text, title.record);
            put_award(title.record);
        } else if (!chosen_) {
            choose_named("", record);
        }
        chosen_ = true;
    }

    void choose_named(const std::string& name, const Record& record) {
        const auto [found, is_new] = by_name_.emplace(key_of(name), awards_.size());
        at_ = found->second;
        if (!is_new) return;
        const std::string pointer = fmt::format("/awards/{}", at_);
        record.place(pointer);
        Json award = Json::object();
        if (record.has("award")) {
            record.put(award, pointer, "name", "award");
        } else if (!name.empty()) {
            award["name"] = name;
            record.place(pointer + "/name");
        }
        awards_.push_back(std::move(award));
    }

    /// A numeral alone makes no award of a row where the award's own column names one.
    bool takes_doubtful(const Record& record, const std::string& text) const {
        const std::string title = escape_for_log(text, 80);
        if (chosen_ && from_column_) {
            const std::string award = escape_for_log(awards_[at_].value("name", ""), 80);
            record.warning(
                "row.title-doubtful", "",
                {fmt::format("\"{}\" có số La Mã hoặc chữ cái ở cột STT nên được hiểu là tiêu đề, không được "
                             "chiếu; các hàng bên dưới vẫn thuộc \"{}\". Nếu là người nhận, ghi STT bằng số "
                             "thường; nếu là khen thưởng khác, ghi tên vào cột khen thưởng.",
                             title, award),
                 fmt::format("\"{}\" is numbered like a title, so it is left out and the rows below still "
                             "belong to \"{}\". If it is a recipient, number it in plain figures; if it is "
                             "another award, write its name into the award column.",
                             title, award)},
                fmt::format("/awards/{}", at_));
            return false;
        }
        record.warning(
            "row.title-doubtful", "",
            {fmt::format("\"{}\" có số La Mã hoặc chữ cái ở cột STT nên được hiểu là tên khen thưởng của các "
                         "hàng bên dưới. Nếu là người nhận, ghi STT bằng số thường; nếu không phải khen "
                         "thưởng, xóa hàng này.",
                         title),
             fmt::format("\"{}\" is numbered like a title, so it is taken for the award of the rows below. "
                         "If it is a recipient, number it in plain figures; if it is no award, delete the "
                         "row.",
                         title)});
        return true;
    }

    void put_award(const Record& record) {
        Json& award = awards_[at_];
        const std::string pointer = fmt::format("/awards/{}", at_);
        for (const std::string_view field : award_fields) put_once(record, award, pointer, field, field);
        for (const std::string_view field : decision_fields)
            if (record.has(field)) put_once(record, award["decision"], pointer + "/decision", field, field);
        put_presenter(record, award, pointer);
    }

    void put_once(const Record& record, Json& object, const std::string& pointer, std::string_view key,
                  std::string_view field) {
        if (!record.has(field)) return;
        const auto old = object.find(std::string(key));
        if (old == object.end()) return record.put(object, pointer, key, field);
        const std::string there = pointer + '/' + std::string(key);
        const Json again = record.value(field, there);
        if (again.is_null() || again == *old) return;
        const std::string first = table_->draft().places.find(there);
        record.error(
            "award.contradiction", field,
            {fmt::format("Khác với giá trị của cùng khen thưởng ở {}; giá trị ở đó được dùng. Sửa cho thống "
                         "nhất.",
                         first),
             fmt::format("This differs from the same award at {}, whose value is used. Make them agree.", first)},
            there);
    }

    void put_presenter(const Record& record, Json& award, const std::string& pointer) {
        if (!record.has("presenter")) return;
        Json& presenters = award["presenters"];
        if (!presenters.is_array()) presenters = Json::array();
        const std::string place = fmt::format("{}/presenters/{}", pointer, presenters.size());
        Json person = Json::object();
        record.put(person, place, "name", "presenter");
        record.put(person, place, "position", "presenter_position");
        const bool known = std::any_of(presenters.begin(), presenters.end(), [&](const Json& other) {
            return other.value("name", "") == person.value("name", "");
        });
        if (!known) presenters.push_back(std::move(person));
    }

    Json& batch_of(const Record& record, Json& award, const std::string& pointer) {
        Json& batches = award["batches"];
        if (!batches.is_array()) batches = Json::array();
        std::string& last = last_label_[at_];
        if (record.has("batch")) last = clean_text(record.text("batch"));
        for (std::size_t i = 0; i < batches.size(); ++i)
            if (clean_text(batches[i].value("label", "")) == last) {
                batch_ = i;
                return batches[i];
            }
        batch_ = batches.size();
        Json batch = Json::object();
        record.put(batch, fmt::format("{}/batches/{}", pointer, batch_), "label", "batch");
        batch["recipients"] = Json::array();
        batches.push_back(std::move(batch));
        return batches.back();
    }

    void add_recipient(const Record& record, Json& award, const std::string& pointer) {
        const std::string_view name = record.has("person")       ? "person"
                                      : record.has("collective") ? "collective"
                                      : record.has("name")       ? "name"
                                                                 : "";
        if (name.empty() && !record.has("member") && !record.has("organisation")) return;
        Json& recipients = batch_of(record, award, pointer)["recipients"];
        const std::string place = fmt::format("{}/batches/{}/recipients/{}", pointer, batch_, recipients.size());
        record.place(place);
        Json recipient = Json::object();
        record.put(recipient, place, "kind");
        if (record.has("member")) recipient["member"] = member_id(table_->draft(), record.text("member"));
        const std::string_view unit = unit_field(record);
        if (!unit.empty()) persons_of_unit(record, unit, at_).insert(key_of(record.text("person")));
        if (name != "person" || unit.empty())
            put_one_name(record, recipient, place, name);
        else if (const std::string kind = kind_said(recipient); !kind.empty())
            put_unit_and_person(record, recipient, place, kind);
        else
            unclear_.push_back({record, place, at_});
        recipients.push_back(std::move(recipient));
    }

    static std::string_view unit_field(const Record& record) {
        return record.has("collective") ? "collective" : record.has("name") ? "name" : "";
    }

    /// Who stands beside the unit under one award of this sheet; "" where nobody does.
    std::set<std::string>& persons_of_unit(const Record& record, std::string_view unit, std::size_t award) {
        return persons_of_unit_[{award, key_of(record.text(unit))}];
    }

    /// What the sheet says of who receives: in the row, in a title above it or by the award itself.
    std::string kind_said(const Json& recipient) const {
        if (recipient.contains("kind")) return recipient["kind"].get<std::string>();
        if (!section_kind_.empty()) return section_kind_;
        return is_for_persons(awards_[at_].value("name", "")) ? "person" : "";
    }

    void put_one_name(const Record& record, Json& recipient, const std::string& place, std::string_view name) {
        const bool told = record.has("honorific") || record.has("position");
        if (!recipient.contains("kind")) {
            recipient["kind"] = name == "person" || (name == "name" && told) ? "person" : "collective";
            if (!section_kind_.empty() && name == "name" && !told) recipient["kind"] = section_kind_;
        }
        if (!name.empty()) record.put(recipient, place, "name", name);
        if (name == "collective" && record.has("name")) report_unused(record, "name", place);
        // A unit alone in its row is the one that receives.
        if (name.empty() && !record.has("member")) record.put(recipient, place, "name", "organisation");
        for (const std::string_view field : person_fields) record.put(recipient, place, field);
        for (const std::string_view field : recipient_fields)
            if (field != "organisation" || !name.empty()) record.put(recipient, place, field);
    }

    /// Neither name may be lost: the unit is the person's, or the person stands for the unit.
    void put_unit_and_person(const Record& record, Json& recipient, const std::string& place,
                             const std::string& kind) const {
        const std::string_view unit = unit_field(record);
        if (unit == "collective" && record.has("name")) report_unused(record, "name", place);
        recipient["kind"] = kind;
        for (const std::string_view field : recipient_fields) record.put(recipient, place, field);
        if (kind == "person") {
            record.put(recipient, place, "name", "person");
            for (const std::string_view field : person_fields) record.put(recipient, place, field);
            if (record.has("organisation"))
                report_unused(record, unit, place);
            else
                record.put(recipient, place, "organisation", unit);
            return;
        }
        record.put(recipient, place, "name", unit);
        if (record.has("representative"))
            report_unused(record, "person", place);
        else
            put_representative(record, recipient, place);
    }

    /// A row with a unit and a person of whom nothing says which receives: whether it is one of several for the same
    /// unit is known at the end only.
    struct Unclear {
        Record record;
        std::string place;
        std::size_t award;
    };

    /// No unit receives an award twice, so that of several rows each is its person's; a single one is the unit's.
    void put_unclear() {
        std::vector<const Record*> of_persons, of_units;
        for (const Unclear& row : unclear_) {
            const bool several = persons_of_unit(row.record, unit_field(row.record), row.award).size() > 1;
            put_unit_and_person(row.record, table_->draft().document[Json::json_pointer(row.place)], row.place,
                                several ? "person" : "collective");
            (several ? of_persons : of_units).push_back(&row.record);
        }
        if (!of_persons.empty())
            report_unclear(of_persons,
                           {"khen thưởng của cá nhân, vì tập thể này đứng ở nhiều hàng. Nếu khen tập thể, thêm cột "
                            "\"Đối tượng\" ghi Tập thể.",
                            "the person's award, since the unit stands in several rows. If the unit receives, add a "
                            "column \"Đối tượng\" that says Tập thể (unit)."});
        if (!of_units.empty())
            report_unclear(of_units,
                           {"khen thưởng của tập thể, cá nhân là đại diện. Nếu khen cá nhân, chuyển tên tập thể sang "
                            "cột \"Đơn vị\", hoặc thêm cột \"Đối tượng\" ghi Tập thể hay Cá nhân.",
                            "the unit's award, with the person as its representative. If the person receives, move the "
                            "unit into the column \"Đơn vị\" (unit), or add a column \"Đối tượng\" that says Tập thể "
                            "(unit) or Cá nhân (person)."});
    }

    /// "Ông Nguyễn Văn A, Chủ tịch"
    void put_representative(const Record& record, Json& recipient, const std::string& place) const {
        record.put(recipient, place, "representative", "person");
        const auto person = recipient.find("representative");
        if (person == recipient.end()) return;
        std::string text = clean_text(person->get_ref<const std::string&>());
        if (const Json honorific = record.value("honorific", place); honorific.is_string())
            text = clean_text(honorific.get_ref<const std::string&>()) + ' ' + text;
        if (const Json position = record.value("position", place); position.is_string())
            text += ", " + clean_text(position.get_ref<const std::string&>());
        *person = std::move(text);
    }

    void report_unused(const Record& record, std::string_view field, const std::string& place) const {
        const std::string text = escape_for_log(clean_text(record.text(field)), 80);
        record.error(
            "recipient.name-unused", field,
            {fmt::format("\"{}\" không được chiếu vì hàng này đã ghi tên khác vào chỗ đó. Mỗi hàng ghi một tập "
                         "thể, một cá nhân; tách thành nhiều hàng nếu nhiều bên nhận.",
                         text),
             fmt::format("\"{}\" is not shown, since this row gives another name for its place. Write one unit "
                         "and one person a row, and a row for each that receives.",
                         text)},
            place);
    }

    /// Once for all of a reading, at the first.
    static void report_unclear(const std::vector<const Record*>& rows, const Sentence& reading) {
        const Record& record = *rows.front();
        const std::string unit = escape_for_log(clean_text(record.text(unit_field(record))), 80);
        const std::string person = escape_for_log(clean_text(record.text("person")), 80);
        const std::size_t more = rows.size() - 1;
        record.warning("recipient.unit-and-person", "person",
                       {fmt::format("Hàng này{} ghi cả \"{}\" và \"{}\": được hiểu là {}",
                                    more > 0 ? fmt::format(" và {} hàng khác", more) : "", unit, person, reading.vi),
                        fmt::format("This row{} names both \"{}\" and \"{}\": it is taken for {}",
                                    more > 0 ? fmt::format(", like {} more,", more) : "", unit, person, reading.en)});
    }

    const Table* table_;
    Json& awards_;
    std::unordered_map<std::string, std::size_t> by_name_;
    std::unordered_map<std::size_t, std::string> last_label_;
    AwardTitles titles_;
    std::optional<Title> title_;
    std::string section_kind_;  ///< of the recipients below a title "TẬP THỂ" or "CÁ NHÂN"
    std::vector<Unclear> unclear_;
    std::map<std::pair<std::size_t, std::string>, std::set<std::string>> persons_of_unit_;  ///< by award and unit
    std::size_t at_ = 0;
    std::size_t batch_ = 0;
    bool no_award_reported_ = false;
    bool chosen_ = false;       ///< a row of this sheet has said or left open which award `at_` is
    bool from_column_ = false;  ///< and said it in the award's own column
};

}  // namespace

void add_awards(const Table& table) {
    AwardRows rows(table);
    // Every row: a title may stand in a column that says nothing else.
    for (std::size_t i = table.headings().index + 1; i < table.sheet().rows.size(); ++i)
        rows.read(Record(table, table.sheet().rows[i]));
    rows.finish();
}

}  // namespace hall
