// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IArbiter} from "../../src/interfaces/IArbiter.sol";
import {Courts} from "../base/Courts.sol";

/// forge-config: default.isolate = true
contract CourtsGasTest is Courts {
    function test_Arbiter() public {
        _openAsset(datanet);
        _openAsset(datanet);
        vm.snapshotGasLastCall("arbiter", "open, asset");
        uint256 caseId = _openEpoch();
        vm.snapshotGasLastCall("arbiter", "open, epoch");
        _later(1);
        IArbiter.Vote[] memory votes = _votes(caseId, _guilty(1_000), 3);
        arbiter.rule(caseId, _guilty(1_000), votes);
        vm.snapshotGasLastCall("arbiter", "rule, three votes");
    }
}
