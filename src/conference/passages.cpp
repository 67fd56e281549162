#include "conference/passages.h"

#include "base/file.h"

#include <initializer_list>
#include <string_view>
#include <utility>

namespace hall {
namespace {

std::string joined(std::initializer_list<std::string_view> words) {
    std::string text;
    for (const std::string_view word : words) {
        if (word.empty()) continue;
        if (!text.empty()) text += ", ";
        text += word;
    }
    return text;
}

std::string spoken(const std::string& honorific, const std::string& name) {
    return honorific.empty() ? name : honorific + " " + name;
}

std::string text_of(const Person& person) {
    return joined({spoken(person.honorific, person.name), person.position, person.organisation});
}

std::string text_of(const Recipient& recipient) {
    return joined({spoken(recipient.honorific, recipient.name), recipient.position, recipient.organisation,
                   recipient.representative, recipient.citation, recipient.photo.source});
}

std::string text_of(const Decision& decision) {
    return joined({decision.number, decision.date ? format_day_short(*decision.date) : std::string(), decision.issuer,
                   decision.about});
}

Sentence part_of(const Sentence& whole, const char* vi, const char* en) {
    return {whole.vi + ": " + vi, whole.en + ": " + en};
}

class Passages {
public:
    void add(std::string key, Sentence where, std::string text) {
        if (!text.empty()) passages_.push_back({std::move(key), std::move(where), false, {std::move(text)}});
    }
    void add_list(std::string key, Sentence where, std::vector<std::string> texts, Naming naming = Naming::open) {
        if (!texts.empty()) passages_.push_back({std::move(key), std::move(where), true, std::move(texts), naming});
    }
    void add_persons(std::string key, Sentence where, const std::vector<Person>& persons) {
        std::vector<std::string> texts;
        texts.reserve(persons.size());
        for (const Person& person : persons) texts.push_back(text_of(person));
        add_list(std::move(key), std::move(where), std::move(texts));
    }
    std::vector<Passage> take() { return std::move(passages_); }

private:
    std::vector<Passage> passages_;
};

void add_identity(const Identity& identity, Passages& found) {
    found.add("title", {"Tên hội nghị", "The conference's title"}, identity.title);
    found.add("subtitle", {"Tiêu đề phụ", "The subtitle"}, identity.subtitle);
    found.add("organizer", {"Đơn vị tổ chức", "The organizer"}, identity.organizer);
    found.add("cluster", {"Tên cụm", "The cluster"}, identity.cluster);
    found.add("venue", {"Địa điểm", "The venue"}, identity.venue);
}

void add_agenda(const std::vector<AgendaItem>& agenda, Passages& found) {
    for (const AgendaItem& item : agenda) {
        const std::string key = "agenda/" + item.id;
        found.add(key, {"Chương trình", "The agenda"}, item.title);
        found.add(key + "/speaker", {"Người nói ở mục “" + item.title + "”", "Who speaks at \"" + item.title + "\""},
                  text_of(item.speaker));
    }
}

void add_member(const Member& member, Passages& found) {
    const std::string key = "members/" + member.id;
    found.add(key, {"Thành viên", "A member"}, joined({member.name, member.short_name, member.role, member.group}));
    found.add_persons(key + "/persons", {"Đại diện của " + member.name, "Representative of " + member.name},
                      member.representatives);
}

void add_award(const Award& award, Passages& found) {
    const std::string key = "awards/" + award.id;
    const Sentence whole{"Khen thưởng “" + award.name + "”", "The award \"" + award.name + "\""};
    found.add(key, {"Khen thưởng", "An award"}, award.name);
    found.add(key + "/rank", part_of(whole, "thứ bậc", "rank"), award.rank > 0 ? std::to_string(award.rank) : "");
    found.add(key + "/status", part_of(whole, "tình trạng", "status"),
              award.status == AwardStatus::decided ? "đã quyết định" : "đề xuất");
    found.add(key + "/visibility", part_of(whole, "công khai hay giữ kín", "visibility"),
              award.visibility == Visibility::held ? "giữ kín" : "công khai");
    found.add(key + "/proposer", part_of(whole, "đơn vị đề xuất", "proposed by"), award.proposed_by);
    found.add(key + "/authority", part_of(whole, "cấp khen", "authority"), award.authority);
    found.add(key + "/ground", part_of(whole, "thành tích", "ground"), award.ground);
    found.add(key + "/decision", part_of(whole, "quyết định", "decision"), text_of(award.decision));
    // Another ciphertext may hide other names.
    if (award.sealed)
        found.add(key + "/sealed", part_of(whole, "phần niêm phong", "sealed part"),
                  sha256_hex(award.sealed->bytes).substr(0, 12));
    found.add_persons(key + "/presenters", part_of(whole, "người trao", "presenter"), award.presenters);
    std::vector<std::string> labels, recipients;
    for (const Batch& batch : award.batches) {
        labels.push_back(batch.label);
        for (const Recipient& recipient : batch.recipients) recipients.push_back(text_of(recipient));
    }
    found.add_list(key + "/batches", part_of(whole, "đợt trao", "batch"), std::move(labels));
    found.add_list(key + "/recipients", part_of(whole, "người nhận", "recipient"), std::move(recipients),
                   award.visibility == Visibility::held ? Naming::held : Naming::open);
}

void add_content(const Conference& conference, Passages& found) {
    found.add("report", {"Tên báo cáo", "The report"}, conference.report.title);
    found.add("report/presenter", {"Người trình bày báo cáo", "Who presents the report"},
              text_of(conference.report.presenter));
    found.add("tasks", {"Tên phần nhiệm vụ", "The tasks"}, conference.tasks.title);
    found.add("tasks/proposer", {"Người trình bày nhiệm vụ", "Who presents the tasks"},
              text_of(conference.tasks.proposer));
    std::vector<std::string> headings, movements;
    for (const Task& task : conference.tasks.items) headings.push_back(task.heading);
    for (const Movement& movement : conference.movements) movements.push_back(movement.title);
    found.add_list("tasks/items", {"Nhiệm vụ", "Task"}, std::move(headings));
    found.add_list("movements", {"Phong trào", "Movement"}, std::move(movements));
    std::vector<Person> speakers;
    for (const Speech& speech : conference.speeches) speakers.push_back(speech.speaker);
    found.add_persons("speeches", {"Người phát biểu", "Speaker"}, speakers);
    found.add("covenant", {"Tên giao ước", "The covenant"}, conference.covenant.title);
    found.add("handover", {"Tên lễ bàn giao", "The hand-over"}, conference.handover.title);
}

}  // namespace

std::vector<Passage> passages_of(const Conference& conference, const Conference& other) {
    Passages found;
    add_identity(conference.identity, found);
    add_agenda(conference.agenda, found);
    const Members& members = conference.members;
    for (std::size_t i = 0; i < members.size(); ++i)
        if (!members.shares(other.members, i)) add_member(members[i], found);
    for (const Award& award : conference.awards) add_award(award, found);
    found.add_persons("presidium", {"Đoàn chủ tịch", "Presidium"}, conference.presidium);
    found.add_persons("guests", {"Đại biểu", "Guest"}, conference.guests);
    add_content(conference, found);
    return found.take();
}

}  // namespace hall
