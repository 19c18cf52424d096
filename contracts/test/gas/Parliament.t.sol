// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRegistry} from "../../src/interfaces/IRegistry.sol";
import {Parliament} from "../base/Parliament.sol";

/// forge-config: default.isolate = true
contract ParliamentGasTest is Parliament {
    function test_Governor() public {
        Action memory a = _action(address(registry), abi.encodeCall(IRegistry.setMinProtocolBps, (100)));
        uint256 id = _propose(a);
        vm.snapshotGasLastCall("governor", "propose");
        _wait(2 days + 1);
        _vote(id);
        vm.snapshotGasLastCall("governor", "castVote, reaching the quorum");
        vm.prank(PROPOSER);
        governor.castVote(id, 1);
        vm.snapshotGasLastCall("governor", "castVote");
        _wait(5 days);
        governor.queue(a.to, a.values, a.data, keccak256("why"));
        vm.snapshotGasLastCall("governor", "queue");
        _wait(2 days);
        _execute(a);
        vm.snapshotGasLastCall("governor", "execute");
    }
}
