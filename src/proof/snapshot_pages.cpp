#include "proof/snapshot_pages.h"

#include <fmt/format.h>

#include <vector>

#include "platform/picture_file.h"
#include "proof/pdf.h"

namespace hall {

Result<std::vector<NamedPage>> wished_pages(const Rundown& rundown, const SnapshotWish& wish) {
    const Pages pages = all_pages(rundown);
    if (wish.step && (*wish.step == 0 || *wish.step > pages.steps.size()))
        return fault(fmt::format("Không có bước {}: chương trình có {} bước.", *wish.step, pages.steps.size()),
                     fmt::format("There is no step {}: the rundown has {} steps.", *wish.step, pages.steps.size()));
    std::vector<NamedPage> named;
    for (std::size_t i = 0; i < pages.steps.size(); ++i) {
        const Step& step = pages.steps[i];
        if (wish.step ? *wish.step != i + 1 : wish.screen && *wish.screen != step.screen) continue;
        named.push_back({fmt::format("{:03}-{}", i + 1, name_of(step.screen)), step});
    }
    for (const Step& step : pages.extra) {
        if (wish.step || (wish.screen && *wish.screen != step.screen)) continue;
        named.push_back({fmt::format("screen-{}", name_of(step.screen)), step});
    }
    if (named.empty())
        return fault(fmt::format("Bản tin này không có trang nào của màn hình {}.", name_of(*wish.screen)),
                     fmt::format("This feed has no page of the screen {}.", name_of(*wish.screen)));
    return named;
}

Result<std::size_t> write_pages(const Snapshot& snapshot, const std::vector<NamedPage>& pages, const Fonts& fonts,
                                const SnapshotWish& wish,
                                const std::function<void(std::size_t, std::size_t)>& progress) {
    auto maker = PageMaker::make(fonts, wish.page);
    if (!maker) return maker.error();

    const bool as_pdf = wish.out.extension() == ".pdf";
    const Path folder = as_pdf ? wish.out.parent_path() : wish.out;
    std::error_code error;
    if (!folder.empty()) std::filesystem::create_directories(folder, error);
    if (error)
        return fault(fmt::format("Không tạo được thư mục {}: {}.", folder.string(), error.message()),
                     fmt::format("Cannot create the folder {}: {}.", folder.string(), error.message()));

    PdfWriter pdf;
    std::size_t done = 0;
    for (const NamedPage& page : pages) {
        const auto made = (*maker)->picture(snapshot, page.step);
        if (!made) return made.error();
        const Status written =
            as_pdf ? pdf.add_page(made->image) : write_png(made->image, folder / (page.name + ".png"));
        if (!written) return written.error();
        progress(++done, pages.size());
    }
    if (as_pdf)
        if (const Status saved = pdf.save(wish.out); !saved) return saved.error();
    return done;
}

}  // namespace hall
