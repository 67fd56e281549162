#pragma once
/// Windows on an X server of the test's own.
#include <gtest/gtest.h>
#include <stdlib.h>

#include <memory>
#include <utility>

#include "platform/session.h"
#include "platform/xvfb.h"

namespace hall {

/// SDL on a display of that size (pixels), as long as a test runs.
class OnXvfb : public ::testing::Test {
protected:
    OnXvfb(int width, int height) : server_(width, height) {}

    void SetUp() override {
        ASSERT_TRUE(server_.running()) << "Xvfb did not start";
        setenv("DISPLAY", server_.display().c_str(), 1);
        setenv("SDL_VIDEODRIVER", "x11", 1);
        auto session = Session::open();
        ASSERT_TRUE(session.ok()) << session.error().sentence.en;
        session_ = *std::move(session);
    }
    void TearDown() override {
        session_.reset();
        unsetenv("DISPLAY");
        unsetenv("SDL_VIDEODRIVER");
    }

    Xvfb server_;
    std::unique_ptr<Session> session_;
};

}  // namespace hall
