/// The show by opengl, page after page: what is seen is what software shows.
#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <string>
#include <thread>

#include "app/program.h"
#include "net/temporary_folder.h"
#include "platform/picture_file.h"
#include "platform/xvfb.h"

namespace hall {
namespace {

using namespace std::chrono_literals;

/// A show on a screen of its own.
class Screen {
public:
    explicit Screen(const char* renderer) {
        program_.start({"show", test::bundled, "--renderer", renderer, "--at", "2022-12-20T07:00:00+07:00"});
    }
    void press(const char* key) const { server_.run(std::string("xdotool key ") + key); }
    Image picture() const {
        auto image = decode_picture(server_.screenshot_png());
        return image ? *std::move(image) : Image{};
    }
    std::string output() const { return program_.output(); }

private:
    test::TemporaryFolder home_;
    Xvfb server_{640, 360};
    test::Program program_{home_.path(), server_.display()};
};

/// Of how many channels the values are visibly others.
int difference(const Image& left, const Image& right) {
    constexpr int visibly = 8;  // of 255
    if (left.rgba.size() != right.rgba.size()) return static_cast<int>(left.rgba.size() + right.rgba.size());
    int count = 0;
    for (std::size_t at = 0; at < left.rgba.size(); ++at)
        count += std::abs(int{left.rgba[at]} - int{right.rgba[at]}) > visibly;
    return count;
}

TEST(OpenGlShow, is_what_software_shows) {
    const Screen software("software"), opengl("opengl");
    Image last;
    for (const char* key : {"Home", "space", "space", "space"}) {
        Image expected, seen;
        bool differs_from_last = false, same = false;
        for (int i = 0; i < 40 && !(differs_from_last && same); ++i) {
            if (i == 0 || (last.empty() && i % 8 == 0)) {  // again where there was no window yet
                software.press(key);
                opengl.press(key);
            }
            std::this_thread::sleep_for(250ms);
            expected = software.picture();
            seen = opengl.picture();
            differs_from_last = difference(expected, last) > 1000;
            same = difference(expected, seen) < 200;
        }
        EXPECT_TRUE(differs_from_last) << key << "\n" << software.output();
        EXPECT_TRUE(same) << key << ": " << difference(expected, seen) << " channels\n" << opengl.output();
        last = std::move(expected);
    }
    EXPECT_EQ(opengl.output().find("renderer is lost"), std::string::npos)
        << "a picture that came back by a new renderer";
}

}  // namespace
}  // namespace hall
