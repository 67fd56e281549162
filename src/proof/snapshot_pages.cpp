#include "proof/snapshot_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "platform/picture_file.h"
#include "proof/contact_sheet.h"
#include "proof/pdf.h"
#include "proof/play.h"

namespace hall {
namespace {

bool is_sheet(const Path& out) { return out.extension() == ".png"; }

/// Whether the screen has something to show that no feed needs to give.
bool speaks_unasked(ScreenId screen) {
    switch (screen) {
        case ScreenId::flag:
        case ScreenId::countdown:
        case ScreenId::holding:
        case ScreenId::silence:
        case ScreenId::closing:
        case ScreenId::test_card: return true;
        default: return false;
    }
}

}  // namespace

Result<std::vector<NamedPage>> wished_pages(const Rundown& rundown, const SnapshotWish& wish) {
    const Pages pages = all_pages(rundown);
    if (wish.step && (*wish.step == 0 || *wish.step > pages.steps.size()))
        return fault(fmt::format("Không có bước {}: chương trình có {} bước.", *wish.step, pages.steps.size()),
                     fmt::format("There is no step {}: the rundown has {} steps.", *wish.step, pages.steps.size()));
    std::vector<NamedPage> named;
    for (std::size_t i = 0; i < pages.steps.size(); ++i) {
        const Step& step = pages.steps[i];
        if (wish.step ? *wish.step != i + 1 : wish.screen && *wish.screen != step.screen) continue;
        named.push_back({fmt::format("{:03}-{}", i + 1, name_of(step.screen)), step, i});
    }
    if (wish.each_screen_once) {
        std::vector<NamedPage> last;
        for (const NamedPage& page : named) {
            std::erase_if(last, [&](const NamedPage& earlier) { return earlier.step.screen == page.step.screen; });
            last.push_back(page);
        }
        named = std::move(last);
    }
    for (const Step& step : pages.extra) {
        if (wish.step || (wish.screen && *wish.screen != step.screen)) continue;
        // Nobody approves a page that the feed says nothing for.
        if (!wish.screen && !speaks_unasked(step.screen)) continue;
        named.push_back({fmt::format("screen-{}", name_of(step.screen)), step});
    }
    if (named.empty())
        return fault(fmt::format("Bản tin này không có trang nào của màn hình {}.", name_of(*wish.screen)),
                     fmt::format("This feed has no page of the screen {}.", name_of(*wish.screen)));
    return named;
}

namespace {

constexpr Seconds entrance_step{0.05};
constexpr Seconds longest_entrance{6};

/// Until nothing moves any more.
Seconds entrance_time(PagePlay& play) {
    Seconds at = entrance_step;
    while (at < longest_entrance && play.at(at).moving) at += entrance_step;
    return at;
}

/// Where pictures go: files of a folder, pages of a PDF, places on a sheet.
class Output {
public:
    explicit Output(const Path& out) : out_(out), pdf_(out.extension() == ".pdf"), sheet_(is_sheet(out)) {}

    Status open() const {
        const Path folder = pdf_ || sheet_ ? out_.parent_path() : out_;
        std::error_code error;
        if (!folder.empty()) std::filesystem::create_directories(folder, error);
        if (error)
            return fault(fmt::format("Không tạo được thư mục {}: {}.", folder.string(), reason_of(error.value()).vi),
                         fmt::format("Cannot create the folder {}: {}.", folder.string(), reason_of(error.value()).en));
        return Done{};
    }

    Status add(const Image& image, const std::string& name) {
        if (pdf_) return document_.add_page(image);
        if (!sheet_) return write_png(image, out_ / (name + ".png"));
        contact_.add(image);
        return Done{};
    }

    Status close() {
        if (pdf_) return document_.save(out_);
        return sheet_ ? write_png(contact_.picture(), out_) : Status(Done{});
    }

private:
    Path out_;
    bool pdf_, sheet_;
    PdfWriter document_;
    ContactSheet contact_;
};

/// One page's pictures: settled, or the frames of its entrance.
Status add_page(Output& output, PageMaker& maker, const Snapshot& snapshot, const Rundown& rundown,
                const NamedPage& page, const SnapshotWish& wish, const std::string& suffix) {
    if (wish.frames == 0 || !page.number) {
        const auto made = maker.picture(snapshot, page.step);
        return made ? output.add(made->image, page.name + suffix) : Status(made.error());
    }
    PagePlay play(maker, snapshot, rundown, *page.number, wish.page.now);
    const Seconds whole = entrance_time(play);
    for (std::size_t frame = 0; frame < wish.frames; ++frame) {
        const auto last = static_cast<double>(std::max<std::size_t>(wish.frames, 2) - 1);
        play.at(whole * (static_cast<double>(frame) / last));
        const auto image = maker.pixels();
        if (!image) return image.error();
        if (Status added = output.add(*image, fmt::format("{}{}-{:02}", page.name, suffix, frame + 1)); !added)
            return added;
    }
    maker.trim();
    return Done{};
}

}  // namespace

Result<std::size_t> write_pages(const Snapshot& snapshot, const Rundown& rundown, const std::vector<NamedPage>& pages,
                                const Fonts& fonts, const SnapshotWish& wish,
                                const std::function<void(std::size_t, std::size_t)>& progress) {
    Output output(wish.out);
    if (const Status opened = output.open(); !opened) return opened.error();
    const std::vector<std::string> themes = wish.themes.empty() ? std::vector{wish.page.theme} : wish.themes;
    std::size_t done = 0;
    for (const std::string& theme : themes) {
        PageSettings settings = wish.page;
        settings.theme = theme;
        auto maker = PageMaker::make(fonts, settings);
        if (!maker) return maker.error();
        const std::string suffix = wish.themes.empty() ? "" : "-" + theme;
        for (const NamedPage& page : pages) {
            if (const Status added = add_page(output, **maker, snapshot, rundown, page, wish, suffix); !added)
                return added.error();
            progress(++done, pages.size() * themes.size());
        }
    }
    if (const Status closed = output.close(); !closed) return closed.error();
    return done;
}

}  // namespace hall
