#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <utility>

#include "base/text.h"
#include "feed/row_roles.h"
#include "feed/sheet_sections.h"

namespace hall {
namespace {

/// Of the award, not of the recipient: said once, in the first row or in every row.
constexpr std::array<std::string_view, 8> award_fields{"id",     "rank",        "status",    "visibility",
                                                       "reveal", "proposed_by", "authority", "ground"};
constexpr std::array<std::string_view, 4> decision_fields{"number", "date", "issuer", "about"};
constexpr std::array<std::string_view, 6> recipient_fields{"honorific",      "position", "organisation",
                                                           "representative", "citation", "photo"};

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
        choose(record);
        put_award(record);
        add_recipient(record, awards_[at_], fmt::format("/awards/{}", at_));
    }

    void finish() {
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
        if (!recipient.contains("kind")) {
            const bool person =
                name == "person" || (name == "name" && (record.has("position") || record.has("honorific")));
            recipient["kind"] = person ? "person" : "collective";
            const bool told = record.has("honorific") || record.has("position");
            if (!section_kind_.empty() && name == "name" && !told) recipient["kind"] = section_kind_;
        }
        if (record.has("member")) recipient["member"] = member_id(table_->draft(), record.text("member"));
        if (!name.empty()) record.put(recipient, place, "name", name);
        // A unit alone in its row is the one that receives.
        if (name.empty() && !record.has("member")) record.put(recipient, place, "name", "organisation");
        for (const std::string_view field : recipient_fields)
            if (field != "organisation" || !name.empty()) record.put(recipient, place, field);
        recipients.push_back(std::move(recipient));
    }

    const Table* table_;
    Json& awards_;
    std::unordered_map<std::string, std::size_t> by_name_;
    std::unordered_map<std::size_t, std::string> last_label_;
    AwardTitles titles_;
    std::optional<Title> title_;
    std::string section_kind_;  ///< of the recipients below a title "TẬP THỂ" or "CÁ NHÂN"
    std::size_t at_ = 0;
    std::size_t batch_ = 0;
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
