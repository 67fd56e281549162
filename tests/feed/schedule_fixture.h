#pragma once
/// A small schedule in both of its shapes.
#include <string>

namespace hall {

inline const std::string schedule_xml = R"(<?xml version="1.0" encoding="UTF-8"?>
<schedule>
  <conference><title>Hội nghị Tổng kết</title><time_zone_name>Asia/Ho_Chi_Minh</time_zone_name></conference>
  <day index="1" date="2026-12-05" start="2026-12-05T06:00:00+07:00" end="2026-12-06T05:59:00+07:00">
    <room name="Hội trường A">
      <event id="1" guid="g1">
        <date>2026-12-05T07:30:00+07:00</date><start>07:30</start><duration>00:30</duration><room>Hội trường A</room>
        <title>Khai mạc &amp; chào cờ</title><type>Khai mạc</type>
        <persons><person id="7">Nguyễn Văn A</person><person id="8">Trần Thị B</person></persons>
      </event>
      <event id="2" guid="g2"><start>1:15</start><duration>1:00:00</duration><title>Đêm</title></event>
      <event id="3" guid="g3"><duration>1:00</duration><title>Không giờ</title></event>
    </room>
  </day>
</schedule>
)";

inline const std::string schedule_json = R"({"schedule": {"version": "1", "conference": {
  "title": "Hội nghị Tổng kết", "time_zone_name": "Asia/Ho_Chi_Minh", "days": [
    {"index": 1, "date": "2026-12-05", "day_start": "2026-12-05T06:00:00+07:00", "rooms": {"Hội trường A": [
      {"id": 1, "guid": "g1", "date": "2026-12-05T07:30:00+07:00", "start": "07:30", "duration": "00:30",
       "title": "Khai mạc & chào cờ", "type": "Khai mạc",
       "persons": [{"public_name": "Nguyễn Văn A"}, {"name": "Trần Thị B"}]},
      {"id": 2, "guid": "g2", "start": "01:15", "duration": "01:00", "title": "Đêm", "persons": []},
      {"id": 3, "guid": "g3", "duration": "01:00", "title": "Không giờ"}
    ]}}
  ]
}}})";

}  // namespace hall
