#include "app/vault.h"

#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <algorithm>

#include "base/log.h"
#include "base/text.h"
#include "sealing/key_file.h"
#include "sealing/seal.h"

namespace hall {
namespace {

Binding binding_of(const Conference& conference, std::size_t award) {
    return {conference.sealing, conference.awards[award].id};
}

bool opens(const SealKey& key, const Conference& conference, std::size_t award) {
    const auto& sealed = conference.awards[award].sealed;
    return sealed && fits(key, *sealed, binding_of(conference, award));
}

Error no_key(const std::string& award) {
    return fault(fmt::format("“{}” còn niêm phong và máy này không có khóa của nó. Bấm F9 và gõ khóa vào bảng điều "
                             "khiển, hoặc chạy lại với --keys TỆP-KHÓA.",
                             award),
                 fmt::format("\"{}\" is still sealed and its key is not on this machine. Press F9 and type it into the "
                             "operator's window, or start again with --keys FILE.",
                             award));
}

Error other_keys(const std::string& award) {
    return fault(
        fmt::format("“{}” còn niêm phong và không khóa nào trong tệp --keys mở được: tệp của lần niêm phong khác, hoặc "
                    "của buổi tổng duyệt. Bấm F9 và gõ khóa vào bảng điều khiển, hoặc dùng đúng tệp.",
                    award),
        fmt::format(
            "\"{}\" is still sealed and no key of the --keys file opens it: the file belongs to another "
            "sealing, or to a rehearsal. Press F9 and type the key into the operator's window, or use the right file.",
            award));
}

}  // namespace

void keep_memory_private() {
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

Vault::Vault(Path key_file, std::unique_ptr<SealedPhotos> photos)
    : key_file_(std::move(key_file)), photos_(std::move(photos)) {
    if (!key_file_.empty()) keep_memory_private();
    read_file_again();
}

void Vault::read_file_again() {
    if (key_file_.empty()) return;
    auto ring = read_key_file(key_file_);
    file_fault_ = ring ? Sentence{} : ring.error().sentence;
    if (!ring) return;
    for (const NamedKey& one : ring->keys)
        if (std::find(held_.begin(), held_.end(), one.key) == held_.end()) held_.push_back(one.key);
}

Result<std::string> Vault::hold(std::string_view typed, const Conference& fed) {
    keep_memory_private();
    auto key = SealKey::parse(typed);
    if (!key) return key.error();
    const auto award = award_of(*key, fed);
    if (!award)
        return fault(
            "Khóa đúng dạng nhưng không mở được khen thưởng nào của nguồn này: khóa của lần niêm phong khác, hoặc của "
            "buổi tổng duyệt.",
            "A well-formed key, but it opens no award of this feed: it is of another sealing, or of a rehearsal.");
    held_.push_back(*std::move(key));
    return fed.awards[*award].name;
}

const SealKey* Vault::key_for(const Conference& fed, std::size_t award) const {
    const auto found =
        std::find_if(held_.begin(), held_.end(), [&](const SealKey& key) { return opens(key, fed, award); });
    return found == held_.end() ? nullptr : &*found;
}

Result<SealKey> Vault::proven(const Conference& fed, std::size_t index) {
    const Award& award = fed.awards[index];
    const SealKey* key = key_for(fed, index);
    if (key == nullptr) {
        read_file_again();
        key = key_for(fed, index);
    }
    if (key == nullptr) {
        if (!file_fault_.empty()) return Error{file_fault_};
        return key_file_.empty() ? no_key(award.name) : other_keys(award.name);
    }
    Conference tried;
    tried.sealing = fed.sealing;
    tried.awards = {award};
    if (const auto contents = open_award(tried, 0, *key); !contents) return contents.error();
    return *key;
}

Status Vault::ready(const Conference& fed, std::size_t award) {
    const auto key = proven(fed, award);
    if (!key) return key.error();
    return Done{};
}

Status Vault::release(const Conference& fed, std::size_t award) {
    auto key = proven(fed, award);
    if (!key) return key.error();
    released_.insert_or_assign(fed.awards[award].id, *std::move(key));
    return Done{};
}

void Vault::take(const ReleasedKeys& keys) {
    if (!keys.empty()) keep_memory_private();
    for (const auto& [award, text] : keys) {
        auto key = SealKey::parse(text);
        if (key)
            released_.insert_or_assign(award, *std::move(key));
        else
            log_line(LogLevel::warning, "app",
                     fmt::format("A key that came for the award \"{}\" is none.", escape_for_log(award)));
    }
}

ReleasedKeys Vault::released() const {
    ReleasedKeys keys;
    for (const auto& [award, key] : released_) keys.emplace(award, key.text());
    return keys;
}

std::shared_ptr<const Snapshot> Vault::opened(std::shared_ptr<const Snapshot> fed) const {
    if (released_.empty() || fed->conference.sealing.empty()) return fed;
    auto opened = std::make_shared<Snapshot>(*fed);
    bool any = false;
    for (std::size_t i = 0; i < opened->conference.awards.size(); ++i) {
        const auto key = released_.find(opened->conference.awards[i].id);
        if (key == released_.end() || !opened->conference.awards[i].sealed) continue;
        const auto contents = open_award(opened->conference, i, key->second);
        if (!contents) {
            log_line(LogLevel::warning, "app", contents.error().sentence.en);
            continue;
        }
        any = true;
        if (photos_) want_photos(opened->conference.awards[i], contents->photos);
    }
    if (!any) return fed;
    if (photos_) photos_->add_to(opened->pictures);
    return opened;
}

/// Whoever is read out first is decoded first.
void Vault::want_photos(const Award& award, const std::map<std::string, std::string>& photos) const {
    for (const Batch& batch : award.batches)
        for (const Recipient& recipient : batch.recipients)
            if (const auto found = photos.find(recipient.photo.source); found != photos.end())
                photos_->want(found->first, found->second);
}

std::shared_ptr<const Snapshot> Vault::illustrated(std::shared_ptr<const Snapshot> opened) {
    if (!photos_ || !photos_->take_news()) return opened;
    auto made = std::make_shared<Snapshot>(*opened);
    if (!photos_->add_to(made->pictures)) return opened;
    return made;
}

}  // namespace hall
