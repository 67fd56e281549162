#include <fmt/format.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <vector>

#include "feed/decoder.h"
#include "feed/sheet_link.h"
#include "feed/source.h"
#include "net/url.h"

namespace hall {
namespace {

namespace fs = std::filesystem;

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return number_; }
    /// Empties a non-blocking descriptor; true where there was something.
    bool drain() const {
        std::array<char, 4096> bytes;
        bool any = false;
        while (::read(number_, bytes.data(), bytes.size()) > 0) any = true;
        return any;
    }

private:
    int number_;
};

/// What changes when a file is written, or replaced by another under the same name.
std::string signature(const struct stat& facts) {
    return fmt::format("{}-{}-{}.{:09}", facts.st_ino, facts.st_size, facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec);
}

Reading read_unless(const Path& path, const Validators& known, std::size_t limit) {
    struct stat facts {};
    if (::stat(path.c_str(), &facts) != 0) {
        const Sentence why = reason_of(errno);
        return SourceFault{{fmt::format("Không đọc được tệp {}: {}.", path.string(), why.vi),
                            fmt::format("Cannot read the file {}: {}.", path.string(), why.en)},
                           std::nullopt};
    }
    // Taken before reading: a write in between is then seen as a change at the next look.
    Validators now{signature(facts), {}};
    if (now == known) return Unchanged{};
    Result<std::string> bytes = read_file(path, limit);
    if (!bytes) return SourceFault{bytes.error().sentence, std::nullopt};
    return Body{std::move(*bytes), std::move(now), {}, path.string(), Ending::proven};
}

constexpr std::array feed_endings{".json", ".xlsx", ".xlsm", ".ods", ".csv", ".tsv", ".ics", ".xml"};

/// By name; without what hides, as the lock files of spreadsheet programs do.
std::vector<Path> feed_files(const Path& folder) {
    std::vector<Path> found;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with('.') || name.starts_with('~')) continue;
        std::string ending = entry.path().extension().string();
        for (char& c : ending)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (std::find(feed_endings.begin(), feed_endings.end(), ending) != feed_endings.end())
            found.push_back(entry.path());
    }
    std::sort(found.begin(), found.end());
    return found;
}

class LocalSource final : public Source {
public:
    explicit LocalSource(const FeedSettings& settings)
        : given_(settings.feed),
          network_(settings.network),
          timeouts_(settings.timeouts),
          client_(settings.certificates, settings.pulse.get()),
          wake_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
          watch_(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {}

    std::string display() const override { return given_.string(); }
    bool local() const override { return true; }

    Reading read_document(const Validators& known, const std::stop_token&) override {
        follow_folder();
        const Result<Path> file = document();
        if (!file) return SourceFault{file.error().sentence, std::nullopt};
        return read_unless(*file, known, most_document_bytes);
    }

    Reading read_part(const std::string& href, const Validators& known, const std::stop_token& stop) override {
        if (looks_like_url(href))
            return ask_server(export_link(href, SheetScope::one_sheet), known, most_document_bytes, timeouts_, stop);
        const std::optional<Path> path = inside(href);
        if (!path)
            return SourceFault{{fmt::format("Tệp “{}” không nằm trong thư mục của nguồn.", href),
                                fmt::format("The file \"{}\" is not inside the feed's folder.", href)},
                               std::nullopt};
        return read_unless(*path, known, most_document_bytes);
    }

    std::string host(const std::string& reference) const override {
        const auto url = looks_like_url(reference) ? Url::parse(reference) : Result<Url>(Error{});
        return url ? url->host() : std::string();
    }

    Reading read_picture(const std::string& name, const Validators& known, const std::stop_token& stop) override {
        if (looks_like_url(name)) return ask_server(name, known, most_picture_bytes, for_pictures(timeouts_), stop);
        const std::optional<Path> path = inside(name);
        if (!path)
            return SourceFault{{fmt::format("Ảnh “{}” không nằm trong thư mục của nguồn.", name),
                                fmt::format("The picture \"{}\" is not inside the feed's folder.", name)},
                               std::nullopt};
        return read_unless(*path, known, most_picture_bytes);
    }

    bool wait(Milliseconds duration) override {
        std::array<pollfd, 2> both{pollfd{wake_.get(), POLLIN, 0}, pollfd{watch_.get(), POLLIN, 0}};
        ::poll(both.data(), both.size(), static_cast<int>(duration.count()));
        wake_.drain();
        return watch_.drain();
    }
    void wake() override {
        const std::uint64_t one = 1;
        // A full counter means that a wake-up is already waiting.
        [[maybe_unused]] const auto written = ::write(wake_.get(), &one, sizeof one);
        client_.wake();
    }

private:
    Reading ask_server(const std::string& address, const Validators& known, std::size_t limit, const Timeouts& timeouts,
                       const std::stop_token& stop) {
        if (network_ == Network::offline)
            return SourceFault{{"Đang chạy không mạng (--offline): không hỏi máy chủ.",
                                "Running without a network (--offline): no server is asked."},
                               std::nullopt};
        const Result<Url> url = Url::parse(address);
        if (!url) return SourceFault{url.error().sentence, std::nullopt};
        return ask(client_, {*url, known, limit, Compression::refused, timeouts}, stop);
    }

    /// A folder's conference.json, or the only file in it that can be a feed.
    Result<Path> document() const {
        std::error_code error;
        if (!fs::is_directory(given_, error)) return given_;
        const Path usual = given_ / "conference.json";
        if (fs::exists(usual, error)) return usual;
        const std::vector<Path> found = feed_files(given_);
        if (found.empty()) return usual;
        if (found.size() == 1) return found.front();
        return fault(
            fmt::format("Thư mục {} có nhiều tệp ({}, {}...): hãy ghi rõ tệp nào, hoặc đặt tên conference.json.",
                        given_.string(), found[0].filename().string(), found[1].filename().string()),
            fmt::format("The folder {} holds several files ({}, {}...): say which one, or name it "
                        "conference.json.",
                        given_.string(), found[0].filename().string(), found[1].filename().string()));
    }
    Path folder() const {
        std::error_code error;
        if (fs::is_directory(given_, error)) return given_;
        const Path parent = given_.parent_path();
        return parent.empty() ? Path(".") : parent;
    }

    /// The folder is watched and not the file: editors rename a new file over the old one. Asked again at every look,
    /// since the folder itself may come and go (a stick); the same watch is then only confirmed.
    void follow_folder() {
        ::inotify_add_watch(watch_.get(), folder().c_str(),
                            IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_ONLYDIR);
    }

    /// Symbolic links are resolved first, so that one inside the folder cannot lead out of it.
    std::optional<Path> inside(const std::string& name) const {
        const Path relative(name);
        if (name.empty() || name.find('\0') != std::string::npos || relative.is_absolute()) return std::nullopt;
        for (const Path& part : relative)
            if (part == "..") return std::nullopt;
        std::error_code error;
        const Path root = fs::weakly_canonical(folder(), error);
        if (error) return std::nullopt;
        const Path real = fs::weakly_canonical(root / relative, error);
        if (error) return std::nullopt;
        const Path from_root = real.lexically_relative(root);
        if (from_root.empty() || *from_root.begin() == "..") return std::nullopt;
        return real;
    }

    Path given_;
    Network network_;
    Timeouts timeouts_;
    HttpClient client_;
    Descriptor wake_;
    Descriptor watch_;
};

}  // namespace

Result<std::unique_ptr<Source>> make_local_source(const FeedSettings& settings) {
    return std::unique_ptr<Source>(std::make_unique<LocalSource>(settings));
}

}  // namespace hall
